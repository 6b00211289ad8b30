import { Drawer } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseRow } from '../../shared/api/types';
import { EventsAt } from '../../shared/explain/events-at';
import { formatDay } from '../../shared/format/dates';
import { countOf, formatShare, NOTHING } from '../../shared/format/numbers';
import { formatPoints } from '../../shared/risk/risk-words';
import { Facts } from '../../shared/ui/card';
import { KIND_WORDS, OUTCOME_WORDS, STAGE_WORDS, wordOf } from './board';
import classes from './case-drawer.module.css';
import { CloseForm } from './close-form';
import { InterventionForm } from './intervention-form';
import { MoveButtons } from './move-buttons';

interface Props {
  found: CaseRow | undefined;
  queryKey: QueryKey;
  /** Only the present can be worked on. */
  editable: boolean;
  onClose: () => void;
}

/** A case with everything about it, and what can be done. */
export function CaseDrawer({ found, queryKey, editable, onClose }: Props) {
  // While the drawer slides out it still shows what it was opened for.
  const [kept, setKept] = useState(found);
  if (found !== undefined && found !== kept) {
    setKept(found);
  }
  return (
    <Drawer
      opened={found !== undefined}
      onClose={onClose}
      position="right"
      size="34rem"
      title={kept === undefined ? '' : `${kept.name ?? kept.customerId}: ${kept.title}`}
      closeButtonProps={{ 'aria-label': 'Close the view of the case' }}
      classNames={{ title: classes.title, content: classes.content, header: classes.header }}
    >
      {kept !== undefined && <Content found={kept} queryKey={queryKey} editable={editable} />}
    </Drawer>
  );
}

function Content({ found, queryKey, editable }: { found: CaseRow } & Pick<Props, 'queryKey' | 'editable'>) {
  const { customerId, stage, outcome, interventions, positions, openedOn } = found;
  return (
    <div className={classes.body}>
      <Facts
        facts={{
          Stage:
            outcome === null
              ? `${wordOf(STAGE_WORDS, stage)}, for ${countOf(found.daysInStage, 'day', 'days')}`
              : `${wordOf(OUTCOME_WORDS, outcome)}, closed on ${formatDay(found.closedOn)}`,
          Reason: found.reason,
          'Works on it': found.owner ?? NOTHING,
          Opened: formatDay(openedOn),
          Health: found.health === null ? NOTHING : `${formatPoints(found.health)}, loss ${formatShare(found.risk)}`,
        }}
      />
      <p className={classes.links}>
        <Link to="/customers/$customerId" params={{ customerId }} search={{ tab: 'risk' }}>
          Its risk
        </Link>
        <Link
          to="/customers/$customerId"
          params={{ customerId }}
          search={{ tab: 'risk', asOf: openedOn, knownAt: 'then' }}
        >
          What was known when it was opened
        </Link>
      </p>
      {outcome === null && editable && (
        <>
          <MoveButtons found={found} queryKey={queryKey} />
          <InterventionForm found={found} />
          <CloseForm found={found} />
        </>
      )}
      <section aria-labelledby="done">
        <h3 id="done">What was done</h3>
        {interventions.length === 0 ? (
          <p className="quiet">Nothing is logged yet.</p>
        ) : (
          <ol className={classes.done}>
            {interventions.map(({ day, kind, note, position }) => (
              <li key={position}>
                <strong>
                  {wordOf(KIND_WORDS, kind)}, {formatDay(day)}
                </strong>
                <p>{note}</p>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section aria-labelledby="case-events">
        <h3 id="case-events">Its {countOf(positions.length, 'event', 'events')}</h3>
        <EventsAt positions={positions} />
      </section>
    </div>
  );
}
