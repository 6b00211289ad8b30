import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../shared/format/numbers';
import type { CaseBoard as Board, CaseRow } from '../../shared/api/types';
import { type Column, columnsOf } from './board';
import classes from './case-board.module.css';
import { CaseCard } from './case-card';

interface Props {
  board: Board;
  /** Cases are shown of a day chosen before while those of the new one load. */
  busy: boolean;
  onOpen: (found: CaseRow) => void;
}

/** The cases in columns by stage. Each card opens the case, where it can be worked on. */
export function CaseBoard({ board, busy, onOpen }: Props) {
  return (
    // The box scrolls sideways where the window is narrow, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.board} role="region" aria-label="Board" tabIndex={0} aria-busy={busy}>
      {columnsOf(board.cases, board.stages).map((column) => (
        <ColumnOfCases key={column.key} column={column} onOpen={onOpen} />
      ))}
    </div>
  );
}

/** More of a column are shown when asked for: closed cases are many, and seldom what is looked for. */
const SHOWN_AT_FIRST = 12;

function ColumnOfCases({ column: { key, title, count, cases }, onOpen }: { column: Column } & Pick<Props, 'onOpen'>) {
  const [all, setAll] = useState(false);
  const shown = all ? cases : cases.slice(0, SHOWN_AT_FIRST);
  return (
    <section className={classes.column} aria-labelledby={`column-${key}`}>
      <h2 id={`column-${key}`}>
        {title} <span className="quiet">{formatCount(count)}</span>
      </h2>
      {shown.length === 0 ? (
        <p className="quiet">None</p>
      ) : (
        <ul>
          {shown.map((found) => (
            <CaseCard key={`${found.customerId} ${found.caseId}`} found={found} onOpen={() => onOpen(found)} />
          ))}
        </ul>
      )}
      {shown.length < cases.length && (
        <Button size="xs" variant="default" onClick={() => setAll(true)}>
          Show {formatCount(cases.length - shown.length)} more
        </Button>
      )}
    </section>
  );
}
