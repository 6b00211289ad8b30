import { oneOf, textOf } from '../../shared/url/search-values';

export const INTERVALS = ['week', 'four-weeks'] as const;
export type Interval = (typeof INTERVALS)[number];

export const WHOSE = ['people', 'accounts'] as const;
export type Whose = (typeof WHOSE)[number];

export const ORDERS = ['steady', 'level', 'recent'] as const;
export type Order = (typeof ORDERS)[number];

/** Whose engagement is shown, and how it is cut, as it stands in the address. */
export interface EngagementSearch {
  customer?: string | undefined;
  /** What the lifecycle compares: each week, or each four weeks, with the one before. */
  interval?: Interval | undefined;
  whose?: Whose | undefined;
  /** `working` leaves out Saturdays and Sundays in the rates of days. */
  days?: 'working' | undefined;
  /** A feature, to see whether people stop after it. */
  feature?: string | undefined;
  /** How the people of a customer are sorted. */
  order?: Order | undefined;
}

export function parseEngagementSearch(raw: Record<string, unknown>): EngagementSearch {
  const customer = textOf(raw['customer']);
  const interval = oneOf(INTERVALS, raw['interval']);
  const whose = oneOf(WHOSE, raw['whose']);
  const days = oneOf(['working'] as const, raw['days']);
  const feature = textOf(raw['feature']);
  const order = oneOf(ORDERS, raw['order']);
  return {
    ...(customer === undefined ? {} : { customer }),
    ...(interval === undefined ? {} : { interval }),
    ...(whose === undefined ? {} : { whose }),
    ...(days === undefined ? {} : { days }),
    ...(feature === undefined ? {} : { feature }),
    ...(order === undefined ? {} : { order }),
  };
}
