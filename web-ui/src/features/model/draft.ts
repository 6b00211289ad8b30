import type { CommandBody } from '../../shared/api/send-command';
import type { components } from '../../shared/api/schema';
import type { ModelList, RiskModel } from '../../shared/risk/evaluation-answers';

/** A model under the hands of the reader: numbers are text as long as they are typed. */
export interface Draft {
  modelId: string;
  name: string;
  horizonDays: string;
  raiseAt: string;
  clearAt: string;
  dwellDays: string;
  signals: DraftSignal[];
  bands: { band: string; from: string }[];
  caps: { signal: string; atOrBelow: string; band: string }[];
}

export interface DraftSignal {
  signal: string;
  weight: string;
  poor: string;
  good: string;
  whenMissing: string;
}

/** An id like the one given that no published model has: a draft under a published id would never be asked for. */
export function freeId(modelId: string, taken: readonly string[]): string {
  const stem = modelId.replace(/-\d+$/, '');
  let number = 2;
  while (taken.includes(`${stem}-${number}`)) {
    number += 1;
  }
  return taken.includes(modelId) ? `${stem}-${number}` : modelId;
}

/** A model as a draft to go on from. One that is published, or built in, gets an id of its own. */
export function draftOf(model: RiskModel, taken: readonly string[]): Draft {
  const modelId = freeId(model.modelId, taken);
  return {
    modelId,
    name: modelId === model.modelId ? model.name : `${model.name}, changed`,
    horizonDays: String(model.horizonDays),
    raiseAt: String(model.raiseAt),
    clearAt: String(model.clearAt),
    dwellDays: String(model.dwellDays),
    signals: model.signals.map(({ signal, weight, poor, good, whenMissing }) => ({
      signal,
      weight: String(weight),
      poor: String(poor),
      good: String(good),
      whenMissing,
    })),
    bands: model.bands.map(({ band, from }) => ({ band, from: String(from) })),
    caps: model.caps.map(({ signal, atOrBelow, band }) => ({ signal, atOrBelow: String(atOrBelow), band })),
  };
}

/** The draft as the server takes it. */
export function bodyOf(draft: Draft): components['schemas']['DraftModel'] {
  return {
    modelId: draft.modelId.trim(),
    name: draft.name.trim(),
    horizonDays: Number(draft.horizonDays),
    raiseAt: Number(draft.raiseAt),
    clearAt: Number(draft.clearAt),
    dwellDays: Number(draft.dwellDays),
    signals: draft.signals.map(({ signal, weight, poor, good, whenMissing }) => ({
      signal,
      weight: Number(weight),
      poor: Number(poor),
      good: Number(good),
      whenMissing,
    })),
    bands: draft.bands.map(({ band, from }) => ({ band: band.trim(), from: Number(from) })),
    caps: draft.caps.map(({ signal, atOrBelow, band }) => ({ signal, atOrBelow: Number(atOrBelow), band })),
  };
}

/** Points a signal adds at its best, of the 100 that all weights share. */
export function shareOf(draft: Pick<Draft, 'signals'>, index: number): number | null {
  const weights = draft.signals.map(({ weight }) => Number(weight));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const own = weights[index];
  return own === undefined || !Number.isFinite(all) || all === 0 ? null : (100 * own) / all;
}

/** What publishes a model. */
export function publishing(model: RiskModel, occurredAt: string): CommandBody<'publish-risk-model'> {
  const { modelId, name, horizonDays, signals, caps, bands, raiseAt, clearAt, dwellDays, learned } = model;
  const body = { modelId, name, horizonDays, signals, caps, bands, raiseAt, clearAt, dwellDays, learned, occurredAt };
  return body as CommandBody<'publish-risk-model'>;
}

export interface Listed {
  model: RiskModel;
  kind: 'in force' | 'built in' | 'published' | 'draft';
}

/** Every model once: the one in force, then those published last, then drafts, then the one that is built in. */
export function listed({ builtIn, published, drafts, inForce }: ModelList): Listed[] {
  const newest = new Map(published.map((model) => [model.modelId, model]));
  const all: Listed[] = [
    ...[...newest.values()]
      .toReversed()
      .map((model): Listed => ({ model, kind: model.modelId === inForce ? 'in force' : 'published' })),
    ...drafts.filter(({ modelId }) => !newest.has(modelId)).map((model): Listed => ({ model, kind: 'draft' })),
    ...(newest.has(builtIn.modelId)
      ? []
      : [{ model: builtIn, kind: builtIn.modelId === inForce ? 'in force' : 'built in' } as const]),
  ];
  return all.toSorted((a, b) => Number(b.kind === 'in force') - Number(a.kind === 'in force'));
}
