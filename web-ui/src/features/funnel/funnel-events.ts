/** Events that somebody can come into a funnel by. The server knows all there are and says so. */
export const ENTRY_EVENTS = [
  'customer.registered',
  'license.sold',
  'onboarding.started',
  'user.invited',
  'user.activated',
] as const;

/** Events that are often a step; `usage` is any use, whoever tells of it. */
export const STEP_EVENTS = [
  'usage',
  'usage.logged-on',
  'usage.feature-used',
  'usage.day-reported',
  'user.invited',
  'user.activated',
  'license.sold',
  'license.seat-assigned',
  'license.renewed',
  'license.seats-changed',
  'onboarding.started',
  'onboarding.task-completed',
  'onboarding.completed',
  'training.assigned',
  'training.started',
  'training.completed',
  'ticket.opened',
  'ticket.resolved',
  'customer.owner-assigned',
  'customer.churned',
] as const;

/** Events that often end a way before its time. */
export const EXCLUSION_EVENTS = [
  'customer.churned',
  'license.notice-given',
  'license.cancelled',
  'ticket.opened',
  'ticket.escalated',
  'user.deactivated',
] as const;
