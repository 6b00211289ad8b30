import type { CaseRow } from '../../shared/api/types';
import { countOf, formatShare } from '../../shared/format/numbers';
import { formatDay } from '../../shared/format/dates';
import { formatPoints } from '../../shared/risk/risk-words';
import { OUTCOME_WORDS, wordOf } from './board';
import classes from './case-board.module.css';

/** A case in short: whose it is, what about, how long it has been where it is, and how the customer does. */
export function CaseCard({ found, onOpen }: { found: CaseRow; onOpen: () => void }) {
  const { customerId, name, title, reason, owner, daysInStage, interventions, outcome, closedOn, health, risk } = found;
  return (
    <li className={classes.card} data-outcome={outcome}>
      <h3>
        <button type="button" aria-haspopup="dialog" onClick={onOpen}>
          {name ?? customerId}
        </button>
      </h3>
      <p>{title}</p>
      <p className={classes.facts}>
        <span>{reason}</span>
        <span>{owner ?? 'nobody assigned'}</span>
        {outcome === null ? (
          <span>{countOf(daysInStage, 'day', 'days')} here</span>
        ) : (
          <span>
            <strong>{wordOf(OUTCOME_WORDS, outcome)}</strong> on {formatDay(closedOn)}
          </span>
        )}
        {interventions.length > 0 && <span>{countOf(interventions.length, 'intervention', 'interventions')}</span>}
        {health !== null && (
          <span>
            health {formatPoints(health)}, loss {formatShare(risk)}
          </span>
        )}
      </p>
    </li>
  );
}
