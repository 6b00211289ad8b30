/*
 * The answers about risk. They are written down here because the API description knows only one schema of a name, and
 * several answers have a Row, a Day or a Change.
 */

/** A band of health, by its least health. */
export interface RiskBand {
  band: string;
  from: number;
}

/** The model an answer was computed by; `version` is the position of its event, 0 for one that was never published. */
export interface ModelSeen {
  modelId: string;
  name: string;
  version: number;
  horizonDays: number;
  calibrated: boolean;
  note: string;
  bands: RiskBand[];
  raiseAt: number;
  clearAt: number;
  dwellDays: number;
}

export type RiskDirection = 'more-is-riskier' | 'more-is-safer' | 'either' | (string & {});

/** A part of the health on the last day. */
export interface RiskPart {
  signal: string;
  words: string;
  unit: string | null;
  direction: RiskDirection | null;
  source: string | null;
  weight: number;
  poor: number | null;
  good: number | null;
  value: number | null;
  contribution: number | null;
  missed: number | null;
  counted: string | null;
  data: number;
  mayMove: string[];
}

/** The end of a day; contributions and values are in the order of the parts. */
export interface RiskDay {
  day: string;
  health: number | null;
  risk: number | null;
  band: string | null;
  withData: number;
  of: number;
  away: boolean;
  flagged: boolean;
  contributions: number[];
  values: (number | null)[];
}

export interface RiskFlag {
  raisedOn: string;
  health: number;
  clearedOn: string | null;
}

export interface ModelMark {
  day: string;
  modelId: string;
  name: string;
  position: number;
}

export interface RiskPin {
  day: string;
  type: string;
  position: number;
  words: string;
}

export interface RiskTimeline {
  asOf: string;
  position: number;
  customerId: string;
  model: ModelSeen;
  parts: RiskPart[];
  days: RiskDay[];
  flags: RiskFlag[];
  marks: ModelMark[];
  recorded: RiskPin[];
}

export interface RiskChange {
  signal: string;
  words: string;
  unit: string | null;
  valueFrom: number | null;
  valueTo: number | null;
  contributionFrom: number;
  contributionTo: number;
  change: number;
  events: number[];
  eventCount: number;
}

export interface RiskChanges {
  from: string;
  to: string;
  model: ModelSeen;
  healthFrom: number | null;
  healthTo: number | null;
  change: number | null;
  riskFrom: number | null;
  riskTo: number | null;
  changes: RiskChange[];
  note: string;
}

export interface RiskRow {
  customerId: string;
  name: string | null;
  owner: string | null;
  health: number | null;
  risk: number | null;
  band: string | null;
  change30: number | null;
  riskBefore: number | null;
  drivers: string[];
  withData: number;
  of: number;
  rating: number | null;
  disagreement: boolean;
}

export interface RiskList {
  asOf: string;
  position: number;
  model: ModelSeen;
  total: number;
  bands: Record<string, number>;
  nextCursor: string | null;
  customers: RiskRow[];
}
