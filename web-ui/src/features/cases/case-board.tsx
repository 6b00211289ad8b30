import { formatCount } from '../../shared/format/numbers';
import type { CaseBoard as Board, CaseRow } from '../../shared/api/types';
import { columnsOf } from './board';
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
      {columnsOf(board.cases, board.stages).map(({ key, title, count, cases }) => (
        <section key={key} className={classes.column} aria-labelledby={`column-${key}`}>
          <h2 id={`column-${key}`}>
            {title} <span className="quiet">{formatCount(count)}</span>
          </h2>
          {cases.length === 0 ? (
            <p className="faded">None</p>
          ) : (
            <ul>
              {cases.map((found) => (
                <CaseCard key={`${found.customerId} ${found.caseId}`} found={found} onOpen={() => onOpen(found)} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
