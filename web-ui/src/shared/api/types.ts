import type { components } from './schema';

/** The server writes every field of an answer, absent values as null; so nothing in it is optional. */
type Answer<T> = T extends (infer Item)[]
  ? Answer<Item>[]
  : T extends object
    ? { [Key in keyof T]-?: Answer<Exclude<T[Key], undefined>> }
    : T;

type Schemas = components['schemas'];

export type Money = Answer<Schemas['Money']>;
export type ProjectionStatus = Answer<Schemas['ProjectionStatus']>;
export type Totals = Answer<Schemas['Totals']>;
export type CustomerList = Answer<Schemas['CustomerList']>;
export type CustomerRow = Answer<Schemas['CustomerRow']>;
export type CustomerPage = Answer<Schemas['CustomerPage']>;
export type Term = Answer<Schemas['Term']>;
export type Usage = Answer<Schemas['Usage']>;
export type UsageDay = Answer<Schemas['UsageDay']>;
export type CustomerHistory = Answer<Schemas['CustomerHistory']>;
export type HistoryEvent = Answer<Schemas['HistoryEvent']>;
export type FunnelList = Answer<Schemas['FunnelList']>;
export type Funnel = Answer<Schemas['Funnel']>;
export type FunnelStep = Answer<Schemas['FunnelStep']>;
export type FunnelMembers = Answer<Schemas['FunnelMembers']>;
export type FunnelMember = Answer<Schemas['FunnelMember']>;
