import type { CaseBoard, CaseRow } from '../../shared/api/types';

/** The stages of an open case, in their order. */
export const STAGES = ['new', 'contacted', 'plan-agreed', 'recovering'] as const;
export type Stage = (typeof STAGES)[number];
export const OUTCOMES = ['saved', 'lost', 'no-risk'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const KINDS = ['call', 'email', 'meeting', 'training', 'offer', 'other'] as const;
export type Kind = (typeof KINDS)[number];

export const STAGE_WORDS: Record<Stage, string> = {
  new: 'At risk',
  contacted: 'Contacted',
  'plan-agreed': 'Plan agreed',
  recovering: 'Recovering',
};

export const OUTCOME_WORDS: Record<Outcome, string> = {
  saved: 'Saved',
  lost: 'Lost',
  'no-risk': 'Was no risk',
};

export const KIND_WORDS: Record<Kind, string> = {
  call: 'Call',
  email: 'E-mail',
  meeting: 'Meeting',
  training: 'Training',
  offer: 'Offer',
  other: 'Other',
};

/** A word of the ledger as the reader knows it; one that this page does not know is shown as it is. */
export const wordOf = (words: Readonly<Record<string, string>>, key: string) => words[key] ?? key;

export interface Column {
  key: Stage | 'closed';
  title: string;
  /** How many there are, on the board or not loaded yet. */
  count: number;
  cases: CaseRow[];
}

/** The cases in columns: the stages in their order, then those closed, the latest first. */
export function columnsOf(cases: readonly CaseRow[], stages: CaseBoard['stages']): Column[] {
  return [
    ...STAGES.map((stage) => ({
      key: stage,
      title: STAGE_WORDS[stage],
      count: stages[stage] ?? 0,
      cases: cases.filter((one) => one.stage === stage),
    })),
    {
      key: 'closed' as const,
      title: 'Closed',
      count: OUTCOMES.reduce((sum, outcome) => sum + (stages[outcome] ?? 0), 0),
      cases: cases
        .filter(({ stage }) => stage === 'closed')
        .toSorted((a, b) => (b.closedOn ?? '').localeCompare(a.closedOn ?? '')),
    },
  ];
}

/** The board with a case moved, as it will be once the server has said so. */
export function moved(board: CaseBoard, caseId: string, customerId: string, stage: Stage): CaseBoard {
  const found = board.cases.find((one) => one.caseId === caseId && one.customerId === customerId);
  return found === undefined || found.stage === stage
    ? board
    : {
        ...board,
        stages: {
          ...board.stages,
          [found.stage]: (board.stages[found.stage] ?? 1) - 1,
          [stage]: (board.stages[stage] ?? 0) + 1,
        },
        cases: board.cases.map((one) =>
          one === found ? { ...one, stage, daysInStage: 0, stageSince: board.asOf } : one,
        ),
      };
}
