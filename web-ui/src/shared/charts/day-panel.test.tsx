import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { dayAfterKey } from './day-cursor';
import { daysOf } from '../format/days';
import { DayPanel, monthTicks } from './day-panel';

describe('the cursor over the days of a chart', () => {
  it('goes a day with an arrow and four weeks with a page key', () => {
    expect([dayAfterKey('ArrowRight', 100, 364), dayAfterKey('PageDown', 100, 364)]).toEqual([101, 72]);
  });

  it('stops at either end', () => {
    expect([dayAfterKey('ArrowLeft', 0, 364), dayAfterKey('ArrowRight', 363, 364)]).toEqual([0, 363]);
  });

  it('leaves other keys to the page', () => {
    expect(dayAfterKey('Tab', 5, 364)).toBeNull();
  });
});

describe('the months on the axis', () => {
  const year = daysOf('2022-07-02', '2023-07-01');

  it('are all named where there is room', () => {
    expect(monthTicks(year, 1000)).toHaveLength(11);
  });

  it('are thinned out evenly where there is not', () => {
    expect(monthTicks(year, 250)).toEqual(['2022-08-01', '2022-11-01', '2023-02-01', '2023-05-01']);
  });

  it('give way to the first day when none starts', () => {
    expect(monthTicks(['2023-01-05', '2023-01-06'], 250)).toEqual(['2023-01-05']);
  });
});

describe('a panel of days', () => {
  const days = ['2023-01-01', '2023-01-02', '2023-01-03'];

  it('breaks the limit where there is none', () => {
    const whole = renderToStaticMarkup(
      <DayPanel days={days} values={[1, 0, 2]} limit={[5, 5, 5]} width={300} height={100} cursor={null} />,
    );
    const broken = renderToStaticMarkup(
      <DayPanel days={days} values={[1, 0, 2]} limit={[5, null, 5]} width={300} height={100} cursor={null} />,
    );
    expect(limitOf(whole).split('M')).toHaveLength(2);
    expect(limitOf(broken).split('M')).toHaveLength(3);
  });

  it('draws nothing, and does not fail, before it knows its width', () => {
    const markup = renderToStaticMarkup(
      <DayPanel days={days} values={[1, 0, 2]} width={0} height={100} cursor={null} />,
    );
    expect(markup).not.toContain('path');
  });
});

/** The path of the limit in the markup of a panel. */
function limitOf(markup: string): string {
  return /class="visx-linepath [^"]*limit[^"]*" d="([^"]*)"/.exec(markup)?.[1] ?? '';
}
