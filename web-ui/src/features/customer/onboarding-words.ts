import type { CustomerOnboarding, OnboardingTask } from '../../shared/api/types';

/** How an onboarding stands. */
export const STATE_WORDS: Record<CustomerOnboarding['state'], string> = {
  'not-planned': 'Not planned',
  complete: 'Complete',
  'on-track': 'On track',
  behind: 'Behind',
  stuck: 'Stuck',
};

/** How a task stands, with the day that belongs to it. */
export const TASK_WORDS: Record<OnboardingTask['state'], string> = {
  open: 'Open',
  overdue: 'Overdue',
  completed: 'Done',
  skipped: 'Skipped',
};
