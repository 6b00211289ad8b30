/* The answers of replays over the whole history: how good models are, what goes with loss. See answers.ts. */
import type { ModelSeen, RiskBand, RiskDirection } from './answers';

/** A number that there may be none of: dividing by nothing gives "NaN". */
export type MaybeNumber = number | 'NaN' | null;

export const numberOf = (value: MaybeNumber) => (typeof value === 'number' ? value : null);

/** The answer of work over the whole history; without a result while it is running. */
export interface Replayed<Answer> {
  jobId: string;
  state: 'done' | 'running';
  customersSeen: number;
  result: Answer | null;
}

/** With 95 % confidence. */
export interface Interval {
  from: number;
  to: number;
}

export interface Auc {
  value: number;
  interval: Interval;
}

export interface ReliabilityBin {
  least: number;
  most: number;
  said: number;
  rows: number;
  lost: number;
  came: number;
  interval: Interval;
}

export interface LeadPoint {
  daysBefore: number;
  watched: number;
  flagged: number;
  share: MaybeNumber;
  interval: Interval;
}

export interface Quality {
  rows: number;
  customers: number;
  lostRows: number;
  lostCustomers: number;
  auc: Auc | null;
  lift: MaybeNumber;
  brier: { score: number; ofConstantRate: number } | null;
  reliability: { bins: ReliabilityBin[] } | null;
  leadTime: { points: LeadPoint[]; retainedDays: number; flaggedDays: number; retainedRate: MaybeNumber };
  alertLoad: {
    raised: number;
    weeks: number;
    perWeekAndCsm: MaybeNumber;
    known: number;
    followedByLoss: number;
    precision: MaybeNumber;
    interval: Interval;
  };
  flaggedNow: number;
  verdict: string;
}

export interface BandChange {
  customerId: string;
  firstOn: string;
  days: number;
  firstFrom: string;
  firstTo: string;
  before: string;
  after: string;
}

export interface WhatIf {
  asOf: string;
  position: number;
  current: ModelSeen;
  draft: ModelSeen;
  qualityOfCurrent: Quality;
  qualityOfDraft: Quality;
  changed: BandChange[];
  changedTotal: number;
  changedNow: number;
  method: string;
}

/** A signal of a model: its weight, the values that count as 0 and as 100, and what is made of no data. */
export interface Weight {
  signal: string;
  weight: number;
  poor: number;
  good: number;
  whenMissing: 'skip' | 'poor';
}

export interface Cap {
  signal: string;
  atOrBelow: number;
  band: string;
}

export interface RiskModel {
  modelId: string;
  name: string;
  version: number;
  horizonDays: number;
  signals: Weight[];
  caps: Cap[];
  bands: RiskBand[];
  raiseAt: number;
  clearAt: number;
  dwellDays: number;
  /** What was learned; null when it goes by weights. */
  learned: object | null;
}

export interface ModelList {
  position: number;
  inForce: string;
  builtIn: RiskModel;
  published: RiskModel[];
  drafts: RiskModel[];
}

export interface SignalSeen {
  signal: string;
  words: string;
  unit: string;
  direction: RiskDirection;
  poor: number;
  good: number;
  source: string;
}

export interface Evidence {
  rows: number;
  customers: number;
  lostCustomers: number;
  auc: Auc;
  aucAmongLikeAge: Auc;
  liftOfTopTenth: MaybeNumber;
  brier: { score: number; ofConstantRate: number };
  reliability: { bins: ReliabilityBin[] };
}

export interface LearnAnswer {
  asOf: string;
  accepted: boolean;
  reason: string | null;
  sentence: string;
  evidence: Evidence | null;
  form: string | null;
  draft: RiskModel | null;
}

export interface Decile {
  least: number;
  most: number;
  mean: number;
  rows: number;
  lost: number;
  rate: number;
  interval: Interval;
}

export interface Driver {
  signal: string;
  rows: number;
  missing: number;
  auc: Auc;
  pValue: number;
  qValue: number;
  retentionChangeOfOneSd: number;
  deciles: Decile[];
}

export interface Reason {
  code: string;
  churned: number;
  interviewed: number;
  positions: number[];
}

export interface DriversAnswer {
  asOf: string;
  position: number;
  horizonDays: number;
  rows: number;
  customers: number;
  lostCustomers: number;
  drivers: { clusters: { drivers: Driver[] }[]; note: string };
  reasons: Reason[];
  interventions: {
    treated: number;
    matched: number;
    lossRateTreated: MaybeNumber;
    lossRateOthers: MaybeNumber;
    difference: MaybeNumber;
    interval: Interval | null;
    note: string;
  };
}
