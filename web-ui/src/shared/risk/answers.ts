import type { components } from '../api/schema';

type Schemas = components['schemas'];

/* The answers about risk, by their names in the API description. */
export type RiskBand = Schemas['Band'];
/** The model an answer was computed by; `version` is the position of its event, 0 for one that was never published. */
export type ModelSeen = Schemas['ModelSeen'];
/** A part of the health on the last day. */
export type RiskPart = Schemas['Part'];
/** The end of a day; contributions are in the order of the parts. */
export type RiskDay = Schemas['Day'];
export type RiskPin = Schemas['Pin'];
export type RiskTimeline = Schemas['RiskTimeline'];
export type RiskChange = Schemas['RiskChange'];
export type RiskChanges = Schemas['RiskChanges'];
export type RiskRow = Schemas['RiskListRow'];
export type RiskList = Schemas['RiskList'];
/** What was known some days before a customer left. */
export type ChurnEvidence = Schemas['ChurnEvidence'];
