import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { describeSparkline, Sparkline } from './sparkline';
import { sparklineShape } from './sparkline-path';

describe('a sparkline', () => {
  it('runs from zero at the bottom to the greatest value at the top', () => {
    expect(sparklineShape([0, 10], 100, 20)?.line).toBe('M2 18L98 2');
  });

  it('draws half the greatest value at half the height', () => {
    expect(sparklineShape([10, 5], 100, 20)?.end).toEqual({ x: 98, y: 10 });
  });

  it('closes its area along the base', () => {
    expect(sparklineShape([4, 4], 100, 20)?.area).toBe('M2 2L98 2L98 18L2 18Z');
  });

  it('lies on the base when all values are zero', () => {
    expect(sparklineShape([0, 0, 0], 100, 20)?.line).toBe('M2 18L50 18L98 18');
  });

  it('has no shape without values', () => {
    expect(sparklineShape([], 100, 20)).toBeNull();
  });

  it('says in words what it shows', () => {
    expect(describeSparkline([1200, 3000, 1500], 'en-US')).toBe(
      'Actions per week over 3 weeks: first 1,200, last 1,500, most 3,000',
    );
  });

  it('says plainly that nothing happened', () => {
    expect(describeSparkline([0, 0])).toBe('No actions in 2 weeks');
  });

  it('is an image with a name', () => {
    expect(renderToStaticMarkup(<Sparkline values={[1, 2]} />)).toMatch(/<svg role="img" aria-label="Actions per week/);
  });
});
