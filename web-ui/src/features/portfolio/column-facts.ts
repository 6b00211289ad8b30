import type { ColumnId } from './column-ids';
import type { SortKey } from './portfolio-search';

interface ColumnFacts {
  title: string;
  /** What the server sorts it by. */
  sort: SortKey;
  /** Its narrowest width, and its share of what is left. */
  width: readonly [rem: number, share: number];
  /** Set to the right, under each other. */
  number?: boolean;
  /** What it means, where its name does not say it all. */
  meaning?: string;
}

/** All about the columns but what is in their cells. */
export const COLUMN_FACTS: Readonly<Record<'name' | ColumnId, ColumnFacts>> = {
  name: { title: 'Customer', sort: 'name', width: [10, 1.6] },
  status: { title: 'Status', sort: 'status', width: [6.5, 0.2] },
  stage: {
    title: 'Stage',
    sort: 'stage',
    width: [9.5, 0.5],
    meaning: 'The furthest it has come, and for how many days it has been there.',
  },
  health: {
    title: 'Health',
    sort: 'health',
    width: [7.5, 0.2],
    meaning: 'From 0 to 100, by the model in force. Leads to what it is made of.',
  },
  risk: {
    title: 'Risk',
    sort: 'risk',
    width: [5.5, 0.2],
    number: true,
    meaning: 'How likely it is to leave within the horizon of the model.',
  },
  riskChange: {
    title: 'Risk, 30\u00a0d',
    sort: 'riskChange',
    width: [5.75, 0.2],
    number: true,
    meaning: 'Change of the risk over 30 days, in percentage points. Up is worse.',
  },
  usage: {
    title: 'Use, 26 weeks',
    sort: 'usage28',
    width: [9.5, 0.2],
    meaning:
      'Actions per week, each line on its own scale, and the actions of the last 28 days, by which it is sorted.',
  },
  seatUse: {
    title: 'Active · trained of sold',
    sort: 'seats',
    width: [11, 0.8],
    meaning: 'Outline: sold. Filled: active in 28 days. Tick: trained. Sorted by seats sold.',
  },
  activeShare: {
    title: 'Active ÷ sold',
    sort: 'activeShare',
    width: [5.25, 0.2],
    number: true,
    meaning: 'People active in 28 days ÷ seats sold.',
  },
  activityGap: {
    title: 'Not active, a month',
    sort: 'activityGapMoney',
    width: [8.5, 0.4],
    number: true,
    meaning: 'Seats sold beyond the active people, and what they cost a month.',
  },
  trainingGap: {
    title: 'Not trained, a month',
    sort: 'trainingGapMoney',
    width: [8.5, 0.4],
    number: true,
    meaning: 'Seats sold beyond the trained people, and what they cost a month.',
  },
  renewsOn: {
    title: 'Renews in',
    sort: 'renewsOn',
    width: [5.75, 0.3],
    number: true,
    meaning: 'Days to the first day after the term in force that ends first. Leads to the terms.',
  },
  annualRevenue: {
    title: 'Revenue / year',
    sort: 'monthlyRevenue',
    width: [6.25, 0.4],
    number: true,
    meaning: 'Twelve times the price per month of the terms in force, after discount. Its events add up to one month.',
  },
  monthlyRevenue: {
    title: 'Revenue / month',
    sort: 'monthlyRevenue',
    width: [7.5, 0.4],
    number: true,
    meaning: 'Price of the terms in force, per month, after discount.',
  },
  topDriver: {
    title: 'Held down most by',
    sort: 'topDriver',
    width: [10, 1],
    meaning: 'The signal that takes most from the health.',
  },
  owner: { title: 'Owner', sort: 'owner', width: [5, 0.5] },
  rating: {
    title: 'Judged',
    sort: 'rating',
    width: [5, 0.1],
    number: true,
    meaning: 'By a colleague, from 1 (bad) to 5 (good). Leads to the judgements.',
  },
  plan: { title: 'Plan', sort: 'plan', width: [8, 0.8] },
  lastActiveOn: { title: 'Last activity', sort: 'lastActiveOn', width: [7.5, 0.4] },
  registeredOn: { title: 'Registered', sort: 'registeredOn', width: [7.5, 0.4] },
};

/** How the columns share the width of the table, and the least it needs; one of a fixed width may stand before them. */
export function layoutOf(
  columns: readonly ('name' | ColumnId)[],
  before?: string,
): { template: string; least: string } {
  const widths = columns.map((id) => COLUMN_FACTS[id].width);
  return {
    template:
      (before === undefined ? '' : `${before} `) +
      widths.map(([rem, share]) => `minmax(${rem}rem, ${share}fr)`).join(' '),
    least: `calc(${widths.reduce((sum, [rem]) => sum + rem, 0)}rem + ${before ?? '0rem'})`,
  };
}
