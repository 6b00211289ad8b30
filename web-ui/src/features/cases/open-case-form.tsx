import { Button } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../shared/api/use-command';
import { notify } from '../../shared/ui/notice-store';
import { Refusal } from '../../shared/ui/refusal';
import { TextField } from '../../shared/ui/text-field';
import classes from './cases-page.module.css';

interface Props {
  /** The customer it is about, where that is known already. */
  customerId: string;
  onOpened: (caseId: string, customerId: string) => void;
}

/** Opens a case. There can be one for each customer and reason, so a second one is refused. */
export function OpenCaseForm({ customerId: given, onOpened }: Props) {
  const [customerId, setCustomerId] = useState(given);
  const [reason, setReason] = useState('low-health');
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState('');
  const open = useCommand('open-case', {
    onDone: (body) => {
      notify(`A case is open for ${body.customerId}.`);
      onOpened(body.caseId, body.customerId);
    },
  });
  return (
    <form
      className={classes.form}
      aria-label="Open a case"
      onSubmit={(event) => {
        event.preventDefault();
        open.send({
          caseId: `case-${crypto.randomUUID().slice(0, 8)}`,
          customerId: customerId.trim(),
          reason: reason.trim(),
          title: title.trim(),
          ...(owner.trim() === '' ? {} : { owner: owner.trim() }),
          occurredAt: new Date().toISOString(),
        });
      }}
    >
      <TextField
        label="Id of the customer"
        value={customerId}
        onChange={setCustomerId}
        required
        problem={open.problemOf('customerId')}
      />
      <TextField
        label="Reason, a word to count by"
        value={reason}
        onChange={setReason}
        required
        problem={open.problemOf('reason')}
      />
      <TextField label="Title" value={title} onChange={setTitle} required problem={open.problemOf('title')} />
      <TextField label="Who works on it" value={owner} onChange={setOwner} problem={open.problemOf('owner')} />
      <Button type="submit" loading={open.sending}>
        Open it
      </Button>
      {open.problem?.fields.length === 0 && <Refusal problem={open.problem} />}
    </form>
  );
}
