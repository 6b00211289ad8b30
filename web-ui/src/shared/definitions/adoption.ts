import { definitionsOf } from './definition';

/** The way from the sale to value. */
export const ADOPTION = [
  ...definitionsOf('funnel', [
    ['reached', 'Reached', 'Those of the cohort who did this step and all steps before it that are not optional.'],
    ['open', 'Still open', 'Those who have not done the step and still can: their time is not over.'],
    ['missed', 'Missed', 'Those who can no longer do the step. Who is still open has never missed it.'],
    ['out-of-order', 'Done out of order', 'Those who did the step, but not all steps before it.'],
    ['decided', 'Decided', 'Reached + missed. Drop-off is missed ÷ decided.'],
    ['removed', 'Removed', 'Those who did what the definition excludes between two steps; they count nowhere.'],
  ]),
  ...definitionsOf('activation', [
    ['invited', 'People invited', 'People invited long enough ago for their days to be over.'],
    ['activated', 'People activated', 'Of the people invited, those activated within so many days.'],
    ['open', 'People still open', 'People invited too recently to count.'],
    ['accounts', 'Accounts', 'Accounts whose first term began long enough ago.'],
    [
      'active-accounts',
      'Accounts activated',
      'Of the accounts, those whose activated people reach the share of seats.',
    ],
    ['open-accounts', 'Accounts still open', 'Accounts whose first term began too recently to count.'],
  ]),
  ...definitionsOf('onboarding', [
    ['required', 'Required tasks', 'Tasks of the onboarding that must be done and were not skipped.'],
    ['completed', 'Required tasks done', 'Of the required tasks, those that were completed.'],
    [
      'state',
      'State of an onboarding',
      'Behind: a required task is overdue. Stuck: and for 14 days no task was completed or skipped.',
    ],
  ]),
];
