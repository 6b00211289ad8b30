import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { firstPointsOfMonths, NestedAreas } from './nested-areas';
import { describeSeats } from './seat-chart';

const POINT = {
  on: '2026-11-30',
  sold: 40,
  assigned: 10,
  loggedOn: 2,
  trained: 0,
  active28: 0,
  monthlyRevenue: [],
  gapToLogOn: [{ currency: 'EUR', minorUnits: 148_200 }],
  gapToTraining: [{ currency: 'EUR', minorUnits: 156_000 }],
  gapToActivity: null,
};

describe('seats in words', () => {
  it('name every count and price the gap', () => {
    expect(describeSeats(POINT, 'training', 'en')).toBe(
      'Nov 30, 2026: 40 seats sold, 10 assigned, 2 logged on, 0 trained, 0 active, ' +
        '€1,560 a month for seats without training',
    );
  });

  it('leave out what cannot be known', () => {
    expect(describeSeats({ ...POINT, assigned: null, trained: null }, 'activity', 'en')).toBe(
      'Nov 30, 2026: 40 seats sold, 2 logged on, 0 active',
    );
  });
});

describe('the months under the areas', () => {
  it('stand where they begin, in weeks and in months', () => {
    expect(firstPointsOfMonths(['2026-08-23', '2026-08-30', '2026-09-06', '2026-09-13'])).toEqual([2]);
    expect(firstPointsOfMonths(['2026-08-31', '2026-09-30', '2026-10-31'])).toEqual([0, 1, 2]);
  });
});

describe('areas within each other', () => {
  it('are named where they end', () => {
    expect(draw(800, [1, 2, 3])).toContain('Trained 3');
  });

  it('leave their names to the legend where there is no room', () => {
    expect(draw(320, [1, 2, 3])).not.toContain('Trained 3');
  });

  it('break where nothing is known, and have no name at an unknown end', () => {
    expect(draw(800, [1, 2, null])).not.toContain('Trained');
  });

  it('draw nothing before they know their width', () => {
    expect(draw(0, [1, 2, 3])).not.toContain('path');
  });
});

const draw = (width: number, trained: (number | null)[]) =>
  renderToStaticMarkup(
    <NestedAreas
      days={['2026-09-30', '2026-10-31', '2026-11-30']}
      whole={{ name: 'Sold', values: [40, 40, 50] }}
      parts={[{ name: 'Trained', values: trained }]}
      gapTo={0}
      width={width}
      height={200}
      cursor={null}
    />,
  );
