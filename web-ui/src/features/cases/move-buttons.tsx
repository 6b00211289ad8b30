import { Button } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import type { CaseRow } from '../../shared/api/types';
import { Refusal } from '../../shared/ui/refusal';
import { STAGE_WORDS, STAGES } from './board';
import classes from './case-drawer.module.css';
import { useMove } from './use-move';

/** The stages of an open case; pressing one moves it there. */
export function MoveButtons({ found, queryKey }: { found: CaseRow; queryKey: QueryKey }) {
  const { move, sending, problem } = useMove(found, queryKey);
  return (
    <div role="group" aria-label="Stage of the case">
      <div className={classes.buttons}>
        {STAGES.map((stage) => (
          <Button
            key={stage}
            size="xs"
            variant={found.stage === stage ? 'filled' : 'default'}
            aria-pressed={found.stage === stage}
            // Not disabled while it is sent: that would take the focus away.
            onClick={() => !sending && found.stage !== stage && move(stage)}
          >
            {STAGE_WORDS[stage]}
          </Button>
        ))}
      </div>
      <Refusal problem={problem} />
    </div>
  );
}
