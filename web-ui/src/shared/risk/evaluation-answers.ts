import type { components } from '../api/schema';

type Schemas = components['schemas'];

/** Figures that come of a division are the text "NaN" where there was nothing to divide by. */
export const numberOf = (value: number | string | null) => (typeof value === 'number' ? value : null);

/** The answer of work over the whole history; without a result while it is running. */
export interface Replayed<Answer> {
  jobId: string;
  state: 'done' | 'running';
  customersSeen: number;
  result: Answer | null;
}

/* The answers of replays over the whole history: how good models are, what goes with loss. */
export type Quality = Schemas['Quality'];
export type RiskEvaluation = Schemas['RiskEvaluation'];
export type BandChange = Schemas['BandChange'];
export type WhatIf = Schemas['WhatIf'];
export type LearnAnswer = Schemas['LearnAnswer'];
export type Decile = Schemas['Decile'];
export type Driver = Schemas['Driver'];
export type Reason = Schemas['Reason'];
export type DriversAnswer = Schemas['DriversAnswer'];

/** A signal of a model: its weight, the values that count as 0 and as 100, and what is made of no data. */
export type Weight = Schemas['Weight'];
export type Cap = Schemas['Cap'];
export type RiskModel = Schemas['RiskModel'];
export type ModelList = Schemas['ModelList'];

/** A signal of the catalogue, with the anchors that a model takes unless it says otherwise. */
export interface SignalSeen {
  signal: string;
  words: string;
  unit: string;
  poor: number;
  good: number;
  source: string;
}
