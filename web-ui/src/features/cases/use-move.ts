import type { QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CaseBoard, CaseRow } from '../../shared/api/types';
import { useCommand } from '../../shared/api/use-command';
import { notify } from '../../shared/ui/notice-store';
import { moved, type Stage, STAGE_WORDS, STAGES } from './board';

/** Moves a case to another stage: shown at once, taken back when it is refused, and undone by moving it back. */
export function useMove({ caseId, customerId, stage: shownStage, title }: CaseRow, queryKey: QueryKey) {
  // Once the move is shown, the case says the new stage; the way back needs the one before.
  const before = useRef(shownStage);
  const command = useCommand('change-case-stage', {
    optimistic: (client, body) => {
      const shown = client.getQueryData<CaseBoard>(queryKey);
      if (shown !== undefined) {
        client.setQueryData<CaseBoard>(queryKey, moved(shown, caseId, customerId, body.stage));
      }
      return () => client.setQueryData(queryKey, shown);
    },
    onDone: (body) => {
      const back = STAGES.find((stage) => stage === before.current);
      notify(
        `“${title}” is now: ${STAGE_WORDS[body.stage]}.`,
        back === undefined || back === body.stage ? undefined : () => move(back),
      );
    },
  });
  const move = (stage: Stage) => {
    before.current = shownStage;
    command.send({ caseId, customerId, stage, occurredAt: new Date().toISOString() });
  };
  return { move, sending: command.sending, problem: command.problem };
}
