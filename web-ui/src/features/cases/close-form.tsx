import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseRow } from '../../shared/api/types';
import { useCommand } from '../../shared/api/use-command';
import { notify } from '../../shared/ui/notice-store';
import { Refusal } from '../../shared/ui/refusal';
import { SelectField } from '../../shared/ui/select-field';
import { TextField } from '../../shared/ui/text-field';
import { type Outcome, OUTCOME_WORDS, OUTCOMES } from './board';
import classes from './case-drawer.module.css';

/** Closes a case for good, so it asks first what came of it. */
export function CloseForm({ found: { caseId, customerId, title } }: { found: CaseRow }) {
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>('saved');
  const [note, setNote] = useState('');
  const close = useCommand('close-case', {
    onDone: () => notify(`“${title}” is closed: ${OUTCOME_WORDS[outcome]}.`),
  });
  return (
    <div>
      <Button size="xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
        Close the case …
      </Button>
      {open && (
        <form
          className={classes.form}
          aria-label="Close the case"
          onSubmit={(event) => {
            event.preventDefault();
            close.send({ caseId, customerId, outcome, note: note.trim(), occurredAt: new Date().toISOString() });
          }}
        >
          <SelectField
            label="What came of it"
            value={outcome}
            onChange={(value) => setOutcome(OUTCOMES.find((each) => each === value) ?? 'saved')}
            options={OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }))}
            problem={close.problemOf('outcome')}
          />
          <TextField label="Why" value={note} onChange={setNote} lines={2} problem={close.problemOf('note')} />
          <Button type="submit" size="xs" loading={close.sending}>
            Close it for good
          </Button>
          {close.problem?.fields.length === 0 && <Refusal problem={close.problem} />}
        </form>
      )}
    </div>
  );
}
