import { describe, expect, it } from 'vitest';
import { spreadLabels } from './spread-labels';

describe('labels beside lines', () => {
  it('stay where they are when there is room', () => {
    expect(spreadLabels([10, 50, 90], 14, 100)).toEqual([10, 50, 90]);
  });

  it('move apart when they would cover each other, in any order', () => {
    expect(spreadLabels([52, 50, 90], 14, 100)).toEqual([64, 50, 90]);
  });

  it('do not leave the chart', () => {
    expect(spreadLabels([100, 100], 14, 100)).toEqual([86, 100]);
  });
});
