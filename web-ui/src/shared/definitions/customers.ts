import { definitionsOf } from './definition';

/** Customers and what they have. */
export const CUSTOMERS = definitionsOf('customers', [
  ['live', 'Live customers', 'Customers that have registered and are not gone at the end of the day.'],
  ['churned', 'Churned so far', 'Customers that are gone at the end of the day; who was won back is not.'],
  ['seats', 'Seats sold', 'Seats of the terms in force.'],
  [
    'revenue',
    'Revenue a month',
    'Seats × price per seat and month of the terms in force, after discount, in the smallest unit of the currency. ' +
      'A year is twelve times that.',
  ],
  [
    'usage',
    'Actions',
    'What people did on each day of the last 28: the report of the day, or all that was recorded of it.',
  ],
]);

/** The customers of each segment together. */
export const SEGMENTS = definitionsOf('segments', [
  ['customers', 'Customers of a segment', 'Live customers for whom all conditions of the segment hold on the day.'],
  [
    'revenue',
    'Revenue a month of a segment',
    'Seats × price per seat and month of the terms in force of its customers.',
  ],
  [
    'revenue-at-risk',
    'Revenue at risk',
    'Revenue a month of those customers of the segment whose health is in the worst band of the model in force.',
  ],
]);
