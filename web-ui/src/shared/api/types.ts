import type { components } from './schema';

/** The server writes every field of an answer, absent values as null; so nothing in it is optional. */
type Answer<T> = T extends (infer Item)[]
  ? Answer<Item>[]
  : T extends object
    ? { [Key in keyof T]-?: Answer<Exclude<T[Key], undefined>> }
    : T;

/** The answer of that name, with those fields that may be null although a description generated from code may not say so. */
type Schema<Name extends keyof components['schemas'], MayBeNull extends keyof components['schemas'][Name] = never> = {
  [Key in keyof Answer<components['schemas'][Name]>]:
    Answer<components['schemas'][Name]>[Key] | (Key extends MayBeNull ? null : never);
};

/** Replaces fields by closer types: a closed set of words instead of any text, answers of this file instead of raw ones. */
type With<T, Fields extends { [Key in keyof Fields]: Key extends keyof T ? unknown : never }> = Omit<T, keyof Fields> &
  Fields;

export type Money = Schema<'Money'>;
export type ProjectionStatus = Schema<'ProjectionStatus', 'firstOccurredAt' | 'lastOccurredAt'>;
export type Totals = Schema<'Totals'>;

export type CustomerRow = With<
  Schema<
    'CustomerRow',
    'churnedOn' | 'plan' | 'seats' | 'monthlyRevenue' | 'lastActiveOn' | 'activeUsers28' | 'renewsOn'
  >,
  { status: 'live' | 'churned' }
>;
export type CustomerList = With<Schema<'CustomerList', 'nextCursor'>, { customers: CustomerRow[] }>;
export type Churn = With<
  NonNullable<Schema<'CustomerPage'>['churn']>,
  { reasonCode: string | null; reasonText: string | null }
>;
export type Term = With<Schema<'Term', 'endedEarlyOn'>, { state: 'past' | 'in-force' | 'future' | 'cut-short' }>;
export type CustomerPage = With<
  Schema<'CustomerPage'>,
  { customer: CustomerRow; profile: Record<string, string>; churn: Churn | null; terms: Term[] }
>;

export type UsageDay = With<Schema<'UsageDay'>, { features: Record<string, number> }>;
export type Usage = With<Schema<'Usage'>, { days: UsageDay[] }>;

export type HistoryEvent = With<
  Schema<'HistoryEvent', 'actor' | 'correlationId' | 'causationId' | 'commandKey'>,
  { payload: Record<string, unknown> }
>;
export type CustomerHistory = With<Schema<'CustomerHistory', 'nextCursor'>, { events: HistoryEvent[] }>;

export type FunnelList = Schema<'FunnelList'>;
export type FunnelStep = Schema<'FunnelStep', 'ofEntered' | 'ofPrevious' | 'medianDaysFromEntry'>;
export type Funnel = With<Schema<'Funnel', 'from' | 'to' | 'medianDaysTotal'>, { steps: FunnelStep[] }>;
export type FunnelMember = Schema<'FunnelMember', 'reachedOn' | 'closesOn'>;
export type FunnelMembers = With<Schema<'FunnelMembers', 'nextCursor'>, { members: FunnelMember[] }>;
