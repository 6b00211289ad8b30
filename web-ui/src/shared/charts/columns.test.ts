import { describe, expect, it } from 'vitest';
import { inWords } from './column-chart';
import { type Column, type ColumnPart, extentOf, labelStep, stacked } from './columns';
import { niceSteps } from './nice-steps';

describe('columns', () => {
  it('stack what is positive upwards and what is negative downwards', () => {
    expect(stacked(column(3, -2, 4)).map(({ low, high }) => [low, high])).toEqual([
      [0, 3],
      [-2, 0],
      [3, 7],
    ]);
  });

  it('float from where they begin', () => {
    expect(stacked({ ...column(-5), from: 20 }).map(({ low, high }) => [low, high])).toEqual([[15, 20]]);
  });

  it('share one scale with zero on it', () => {
    expect(extentOf([column(3), column(-2, 4)])).toEqual({ least: -2, most: 4 });
    expect(extentOf([{ ...column(5), from: 90 }])).toEqual({ least: 0, most: 95 });
    expect(extentOf([column(0)])).toEqual({ least: 0, most: 1 });
  });

  it('leave out labels that have no room', () => {
    const many = Array.from({ length: 30 }, () => column(1));
    expect([labelStep(many, 3000), labelStep(many, 300)]).toEqual([1, 3]);
  });

  it('are read out without signs, and say when they are not over', () => {
    expect(inWords({ ...column(3, -2), open: true }, String, 'not over yet')).toBe('May: part 3, part 2, not over yet');
  });
});

describe('the lines behind columns', () => {
  it('are round, with zero among them', () => {
    expect(niceSteps(-68, 647)).toEqual([0, 200, 400, 600]);
    expect(niceSteps(-7, 9)).toEqual([-5, 0, 5]);
    expect(niceSteps(0, 1)).toEqual([0, 1]);
  });
});

const column = (...values: number[]): Column => ({ key: 'a', label: 'May', parts: values.map(part) });

const part = (value: number): ColumnPart => ({ name: 'part', value, tone: 'full', figure: null });
