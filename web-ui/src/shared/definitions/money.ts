import { type Definition, definitionsOf } from './definition';

/** The parts of revenue come in money and, under a second name, as a count of customers. */
const both = (prefix: string, counted: string, noun: string, lines: readonly (readonly [string, string, string])[]) =>
  definitionsOf(
    prefix,
    lines.flatMap(([name, title, formula]): [string, string, string][] => [
      [name, title, formula],
      [`${name}-${counted}`, `${title}: ${noun}`, `How many ${noun} are behind it. ${formula}`],
    ]),
  );

/** Revenue kept, lost and won. */
export const MONEY: Definition[] = [
  ...both('revenue', 'customers', 'customers', [
    ['start', 'Revenue at the start', 'Monthly revenue under contract on the first day.'],
    ['end', 'Revenue at the end', 'Start − lost − downsell + expansion + new + won back.'],
    ['lost', 'Lost', 'Monthly revenue of customers of the first day without a contract on the second.'],
    ['downsell', 'Downsell', 'How much less customers pay who were there on the first day and still are.'],
    ['expansion', 'Expansion', 'How much more customers of the first day pay on the second.'],
    ['new', 'New', 'Revenue of customers who are under contract for the first time.'],
    ['won-back', 'Won back', 'Revenue of customers who were under contract before, but not on the first day.'],
    ['kept', 'Kept', 'Σ min(revenue on the first day, revenue on the second), over customers of the first.'],
    ['retained', 'Retained with expansion', 'Revenue on the second day of customers of the first.'],
    ['churn', 'Revenue churn', 'Lost + downsell; as a rate ÷ start, which is 1 − GRR.'],
  ]),
  ...definitionsOf('revenue', [
    ['cohort-size', 'Cohort', 'Revenue, or customers, of those whose first contract began in the month.'],
    ['cohort-kept', 'Cohort kept', 'What of the cohort is still there in a later month.'],
    ['grr', 'Gross retention (GRR)', 'Kept ÷ revenue at the start. Never more than 100 %.'],
    ['nrr', 'Net retention (NRR)', 'Retained with expansion ÷ revenue at the start.'],
    ['logo-churn', 'Logo churn', 'Customers of the first day gone on the second ÷ customers on the first day.'],
    ['monthly', 'Monthly revenue', 'Seats × price per seat and month of the terms in force, after discount.'],
  ]),
  ...both('renewals', 'terms', 'terms', [
    ['due', 'Due', 'What is paid at the end of the terms that end in the period: their targets.'],
    ['open', 'Open', 'Of what is due, targets that can still be reached.'],
    ['open-with-notice', 'Open with notice', 'Of what is open, targets of terms with a notice.'],
    ['decided', 'Decided', 'Of what is due, targets whose outcome is known.'],
    ['kept', 'Renewed', 'What goes on, each renewal capped at its target.'],
    ['lost', 'Not renewed', 'Targets of terms that do not go on.'],
    ['downsell', 'Renewed for less', 'How much less the renewed terms pay.'],
    ['expansion', 'Renewed for more', 'How much more the renewed terms pay.'],
    ['churn', 'Churn at renewal', 'Not renewed + renewed for less.'],
  ]),
  ...definitionsOf('renewals', [['rate', 'Renewal rate', 'Renewed ÷ decided: no renewal makes up for another.']]),
];
