import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Funnel, FunnelStep } from '../../shared/api/types';
import { FunnelBars } from './funnel-bars';
import { headlineOf } from './funnel-headline';
import { couldMake, largestLoss, partsOf } from './funnel-parts';
import { parseFunnelSearch } from './funnel-search';

const figure = { value: 0, explain: '/api/v1/explain?figure=funnel.reached' };
const rate = { value: null, of: figure, among: figure };

const REGISTERED = step({ index: 0, name: 'Registered', reached: 42 });
const USED = step({ index: 1, name: 'Used', reached: 36, missed: 6 });
const RENEWED = step({ index: 2, name: 'Renewed', reached: 30, open: 5, missed: 1 });

describe('a bar of the funnel', () => {
  it('is whole: its parts and those lost before add up to all who entered', () => {
    const { reached, open, missed, lostEarlier } = partsOf(RENEWED, 42);
    expect(reached + open + missed + lostEarlier).toBeCloseTo(1, 12);
    expect([reached, open, missed, lostEarlier]).toEqual([30 / 42, 5 / 42, 1 / 42, 6 / 42]);
  });

  it('is empty when nobody entered', () => {
    expect(partsOf(step({}), 0)).toEqual({ reached: 0, open: 0, missed: 0, lostEarlier: 1 });
  });

  it('offers a named button for each part that holds someone, and none for others', () => {
    const markup = renderToStaticMarkup(<FunnelBars steps={[USED]} entered={42} onOpen={() => {}} />);
    expect([...markup.matchAll(/<button[^>]*aria-label="([^"]*show names)"/g)].map((match) => match[1])).toEqual([
      'Used: 36 reached, show names',
      'Used: 6 missed, show names',
    ]);
  });

  it('greys the rates of few customers', () => {
    const few = renderToStaticMarkup(<FunnelBars steps={[step({ reached: 9 })]} entered={9} onOpen={() => {}} />);
    const enough = renderToStaticMarkup(<FunnelBars steps={[step({ reached: 10 })]} entered={10} onOpen={() => {}} />);
    expect([few.includes('data-few="true"'), enough.includes('data-few="true"')]).toEqual([true, false]);
  });
});

describe('the largest loss', () => {
  it('is at the step most customers missed', () => {
    expect(largestLoss([REGISTERED, USED, RENEWED])?.name).toBe('Used');
  });

  it('does not count those who can still make it', () => {
    expect(largestLoss([REGISTERED, step({ reached: 2, open: 40 })])).toBeNull();
  });

  it('is measured against those who could have made the step', () => {
    expect(couldMake(RENEWED)).toBe(36);
  });
});

describe('the headline', () => {
  it('names the loss with its numbers', () => {
    expect(headlineOf(funnel([REGISTERED, USED, RENEWED]), 'en-US')).toBe(
      '30 of 42 customers came through, half of them within 180 days; 5 still can. ' +
        'The largest loss is at “Used”: 6 of 42 missed it (14.3%).',
    );
  });

  it('names what the funnel counts', () => {
    const ofUsers = { ...funnel([REGISTERED]), unit: 'users' as const };
    expect(headlineOf(ofUsers, 'en-US')).toContain('42 users came through');
  });

  it('says so when nobody was lost', () => {
    expect(headlineOf(funnel([REGISTERED]), 'en-US')).toContain('No step has lost anyone.');
  });
});

describe('the cohort in the address', () => {
  it('is read as a half-open period', () => {
    expect(parseFunnelSearch({ from: '2022-07-01', to: '2022-10-01' })).toEqual({
      from: '2022-07-01',
      to: '2022-10-01',
    });
  });

  it('drops an end that does not lie after its start', () => {
    expect(parseFunnelSearch({ from: '2022-10-01', to: '2022-10-01' })).toEqual({ from: '2022-10-01' });
  });

  it('opens names only for a step and an outcome together', () => {
    expect(parseFunnelSearch({ step: '2' })).toEqual({});
    expect(parseFunnelSearch({ step: '2', outcome: 'missed' })).toEqual({ step: '2', outcome: 'missed' });
  });
});

function step(change: Partial<FunnelStep>): FunnelStep {
  return {
    index: 0,
    name: 'Step',
    rule: 'rule',
    reached: 0,
    open: 0,
    missed: 0,
    ofEntered: null,
    ofPrevious: null,
    medianDaysFromEntry: null,
    optional: false,
    outOfOrder: 0,
    figures: {
      reached: figure,
      open: figure,
      missed: figure,
      outOfOrder: figure,
      overall: rate,
      step: rate,
      dropOff: rate,
    },
    timesFromEntry: null,
    ...change,
  };
}

function funnel(steps: FunnelStep[]): Funnel {
  return {
    asOf: '2023-06-30',
    position: 1,
    funnelId: 'adoption',
    name: 'Adoption',
    from: null,
    to: null,
    entered: 42,
    medianDaysTotal: 180,
    steps,
    unit: 'customers',
    order: 'independent',
    horizonDays: null,
    removed: figure,
  };
}
