import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseRow } from '../../shared/api/types';
import { useCommand } from '../../shared/api/use-command';
import { notify } from '../../shared/ui/notice-store';
import { Refusal } from '../../shared/ui/refusal';
import { SelectField } from '../../shared/ui/select-field';
import { TextField } from '../../shared/ui/text-field';
import { type Kind, KIND_WORDS, KINDS } from './board';
import classes from './case-drawer.module.css';

/** Records what was done about a case. */
export function InterventionForm({ found: { caseId, customerId } }: { found: CaseRow }) {
  const [kind, setKind] = useState<Kind>('call');
  const [note, setNote] = useState('');
  const log = useCommand('log-intervention', {
    onDone: () => {
      setNote('');
      notify(`${KIND_WORDS[kind]} logged.`);
    },
  });
  return (
    <form
      className={classes.form}
      aria-label="Log an intervention"
      onSubmit={(event) => {
        event.preventDefault();
        log.send({ caseId, customerId, kind, note: note.trim(), occurredAt: new Date().toISOString() });
      }}
    >
      <SelectField
        label="What was done"
        value={kind}
        onChange={(value) => setKind(KINDS.find((each) => each === value) ?? 'other')}
        options={KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
        problem={log.problemOf('kind')}
      />
      <TextField label="In words" value={note} onChange={setNote} lines={2} required problem={log.problemOf('note')} />
      <Button type="submit" size="xs" loading={log.sending}>
        Log it
      </Button>
      {log.problem?.fields.length === 0 && <Refusal problem={log.problem} />}
    </form>
  );
}
