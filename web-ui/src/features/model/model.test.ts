import { describe, expect, it } from 'vitest';
import type { RiskPart } from '../../shared/risk/answers';
import type { ModelList, Quality, RiskModel } from '../../shared/risk/evaluation-answers';
import { arithmeticOf } from './arithmetic';
import { bodyOf, draftOf, freeId, listed, publishing, shareOf } from './draft';
import { describeLead } from './lead-time-chart';
import { reachOf } from './learned-effects';
import { parseModelSearch } from './model-search';
import { QUALITY_FIGURES } from './quality-figures';

describe('a draft', () => {
  it('of a published model gets an id that is free', () => {
    expect(freeId('default', ['default', 'default-2'])).toBe('default-3');
    expect(freeId('default-2', ['default', 'default-2'])).toBe('default-3');
  });

  it('that was kept goes on under its own id and name', () => {
    const draft = draftOf(model({ modelId: 'mine', name: 'Mine' }), ['default']);
    expect([draft.modelId, draft.name]).toEqual(['mine', 'Mine']);
  });

  it('comes back as the numbers it was made of', () => {
    const body = bodyOf(draftOf(model({ modelId: 'mine' }), []));
    expect(body.signals).toEqual(model({}).signals);
    expect([body.raiseAt, body.bands]).toEqual([40, model({}).bands]);
  });

  it('shares 100 points by weight, and none while a weight is no number', () => {
    const draft = draftOf(model({}), []);
    expect(shareOf(draft, 0)).toBe(75);
    draft.signals = draft.signals.map((one) => ({ ...one, weight: '' }));
    expect(shareOf(draft, 0)).toBeNull();
  });
});

describe('the list of models', () => {
  it('begins with the one in force and shows a model once that was published twice', () => {
    const models: ModelList = {
      position: 9,
      inForce: 'second',
      builtIn: model({ modelId: 'default' }),
      published: [
        model({ modelId: 'first', version: 1 }),
        model({ modelId: 'second' }),
        model({ modelId: 'first', version: 2 }),
      ],
      drafts: [model({ modelId: 'mine' }), model({ modelId: 'first' })],
    };
    expect(listed(models).map((each) => `${each.model.modelId} ${each.kind}`)).toEqual([
      'second in force',
      'first published',
      'mine draft',
      'default built in',
    ]);
    expect(listed(models)[1]?.model.version).toBe(2);
  });
});

describe('publishing', () => {
  it('sends the model without what only the server knows', () => {
    expect(publishing(model({ version: 7 }), '2026-01-01T00:00:00Z')).not.toHaveProperty('version');
  });
});

describe('the arithmetic', () => {
  it('adds up row by row, the greatest first, without signals that have no data', () => {
    const rows = arithmeticOf([partOf('a', 10), partOf('b', 30), partOf('c', null)], [partOf('b', 12)]);
    expect(rows.map((row) => [row.part.signal, row.sum, row.inForce])).toEqual([
      ['b', 30, 12],
      ['a', 40, null],
    ]);
  });
});

describe('what is said of a model', () => {
  it('has a dash where there was nothing to divide by', () => {
    const quality = {
      lift: 'NaN',
      liftInterval: null,
      auc: null,
      alertLoad: { precision: 'NaN' },
    } as unknown as Quality;
    const said = Object.fromEntries(
      QUALITY_FIGURES.slice(0, 2).map(({ name, value }) => [name, value(quality, 'en-US')]),
    );
    expect(Object.values(said)).toEqual(['–', '–']);
  });

  it('tells lead time in words', () => {
    const point = { daysBefore: 30, flagged: 3, watched: 9, share: 1 / 3, interval: { from: 0, to: 1 } };
    expect(describeLead(point, 'en-US')).toBe('30 days before the loss: 33.3% flagged, 3 of 9');
  });

  it('knows how far a learned signal reaches', () => {
    expect(
      reachOf({
        signal: 'a',
        curve: [
          { at: 0, logOdds: -0.5 },
          { at: 9, logOdds: 1 },
        ],
      }),
    ).toBe(1.5);
  });
});

it('the address of the studio drops what it does not know', () => {
  expect(parseModelSearch({ part: 'nothing', learn: '45', model: ' mine ' })).toEqual({ model: 'mine' });
});

function model(part: Partial<RiskModel>): RiskModel {
  return {
    modelId: 'default',
    name: 'Starter weights',
    version: 0,
    horizonDays: 60,
    signals: [
      { signal: 'active-share', weight: 30, poor: 10, good: 75, whenMissing: 'skip' },
      { signal: 'silence-days', weight: 10, poor: 28, good: 2, whenMissing: 'poor' },
    ],
    caps: [],
    bands: [
      { band: 'red', from: 0 },
      { band: 'green', from: 50 },
    ],
    raiseAt: 40,
    clearAt: 50,
    dwellDays: 7,
    learned: null,
    ...part,
  };
}

function partOf(signal: string, contribution: number | null): RiskPart {
  return { signal, contribution, value: contribution, words: signal } as RiskPart;
}
