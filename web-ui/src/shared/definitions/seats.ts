import { definitionsOf } from './definition';

/** Seats sold, and what became of them. */
export const SEATS = definitionsOf('seats', [
  ['sold', 'Seats sold', 'Seats of the terms in force at the end of the day.'],
  ['assigned', 'Seats assigned', 'Users who have a seat of a license in force.'],
  ['logged-on', 'People logged on', 'People who have logged on or used a feature at least once.'],
  [
    'trained',
    'People trained',
    'People who have completed every course that is required on the day; where none is, any course.',
  ],
  [
    'active28',
    'Active in 28 days',
    'People who used a feature that is not introductory in the last 28 days. A log-on alone does not count.',
  ],
  ['deployed', 'People deployed', 'People who are known and neither deactivated nor erased.'],
  ['engaged28', 'Engaged in 28 days', 'Of the people deployed, those who logged on in the last 28 days.'],
  ['gap-assignment', 'Gap to assignment', 'Seats sold − seats assigned, at least 0, summed over customers.'],
  ['gap-log-on', 'Gap to log-on', 'Seats sold − people logged on, at least 0, summed over customers.'],
  ['gap-training', 'Gap to training', 'Seats sold − people trained, at least 0, summed over customers.'],
  ['gap-activity', 'Gap to activity', 'Seats sold − active in 28 days, at least 0, summed over customers.'],
  ['overage-assignment', 'Assigned beyond the seats', 'Seats assigned − seats sold, at least 0.'],
  ['overage-log-on', 'Logged on beyond the seats', 'People logged on − seats sold, at least 0.'],
  ['overage-training', 'Trained beyond the seats', 'People trained − seats sold, at least 0.'],
  ['overage-activity', 'Active beyond the seats', 'Active in 28 days − seats sold, at least 0.'],
  ['gap-money', 'Money in a gap', 'Seats of the gap × average price per seat and month of the seats in force.'],
  [
    'utilisation',
    'Utilisation',
    'Active in 28 days ÷ seats sold. Red below 10 %, green above 75 %; in between yellow at first and red later: up to ' +
      '50 % from the sixth month, up to 75 % from the ninth. No colour in the first two months.',
  ],
  ['engagement', 'Engagement', 'Engaged in 28 days ÷ people deployed. Red below 50 %, yellow below 80 %, else green.'],
]);
