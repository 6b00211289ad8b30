import type { components } from './schema';

type Schemas = components['schemas'];

/* The answers by their names in the API description, which knows what may be null and which words are possible. */
export type Money = Schemas['Money'];
export type ProjectionStatus = Schemas['ProjectionStatus'];
export type Totals = Schemas['Totals'];

export type CustomerRow = Schemas['CustomerRow'];
export type CustomerList = Schemas['CustomerList'];
export type CustomerPage = Schemas['CustomerPage'];
export type Churn = Schemas['Churn'];
export type Term = Schemas['Term'];

export type UsageDay = Schemas['UsageDay'];
export type Usage = Schemas['Usage'];

export type HistoryEvent = Schemas['HistoryEvent'];
export type CustomerHistory = Schemas['CustomerHistory'];

export type FunnelList = Schemas['FunnelList'];
export type Funnel = Schemas['Funnel'];
export type FunnelStep = Schemas['FunnelStep'];
export type FunnelMember = Schemas['FunnelMember'];
export type FunnelMembers = Schemas['FunnelMembers'];
