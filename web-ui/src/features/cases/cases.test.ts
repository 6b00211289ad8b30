import { describe, expect, it } from 'vitest';
import type { CaseBoard, CaseRow } from '../../shared/api/types';
import { columnsOf, moved } from './board';
import { parseCasesSearch } from './cases-search';

describe('the board', () => {
  it('has a column for each stage in its order, and one for what is closed, the latest first', () => {
    const columns = columnsOf(
      [
        row({ caseId: 'a', stage: 'closed', outcome: 'lost', closedOn: '2026-01-02' }),
        row({ caseId: 'b', stage: 'closed', outcome: 'saved', closedOn: '2026-01-05' }),
        row({ caseId: 'c', stage: 'plan-agreed' }),
      ],
      { lost: 1, saved: 1, 'plan-agreed': 1 },
    );
    expect(columns.map(({ title, count, cases }) => [title, count, cases.map(({ caseId }) => caseId)])).toEqual([
      ['At risk', 0, []],
      ['Contacted', 0, []],
      ['Plan agreed', 1, ['c']],
      ['Recovering', 0, []],
      ['Closed', 2, ['b', 'a']],
    ]);
  });

  it('shows a moved case in its new stage at once, and leaves one of the same id of another customer alone', () => {
    const board = boardOf([row({ customerId: 'acme' }), row({ customerId: 'other' })]);
    const after = moved(board, 'c-1', 'acme', 'contacted');
    expect(after.cases.map(({ stage, daysInStage }) => [stage, daysInStage])).toEqual([
      ['contacted', 0],
      ['new', 4],
    ]);
    expect(after.stages).toEqual({ new: 1, contacted: 1 });
  });

  it('stays as it is when the case is there already', () => {
    const board = boardOf([row({})]);
    expect(moved(board, 'c-1', 'acme', 'new')).toBe(board);
  });
});

it('the address of the cases keeps which one is open', () => {
  expect(parseCasesSearch({ case: 'c-1', of: 'acme', owner: ' ' })).toEqual({ case: 'c-1', of: 'acme' });
});

function boardOf(cases: CaseRow[]): CaseBoard {
  return {
    asOf: '2026-01-31',
    position: 1,
    riskPosition: 1,
    total: cases.length,
    stages: { new: cases.length },
    nextCursor: null,
    cases,
  };
}

function row(part: Partial<CaseRow>): CaseRow {
  return {
    customerId: 'acme',
    name: 'Acme',
    caseId: 'c-1',
    reason: 'low-health',
    title: 'Few come',
    owner: null,
    stage: 'new',
    stageSince: '2026-01-27',
    daysInStage: 4,
    openedOn: '2026-01-27',
    closedOn: null,
    outcome: null,
    interventions: [],
    health: 30,
    risk: 0.1,
    positions: [1],
    ...part,
  };
}
