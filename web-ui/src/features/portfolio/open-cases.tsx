import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../../shared/api/api-problem';
import { sendCommands } from '../../shared/api/send-commands';
import type { CustomerRow } from '../../shared/api/types';
import { countOf } from '../../shared/format/numbers';
import { notify } from '../../shared/ui/notice-store';
import { Refusal } from '../../shared/ui/refusal';
import { TextField } from '../../shared/ui/text-field';
import { commandFor } from './case-for';
import classes from './open-cases.module.css';

interface Props {
  customers: readonly CustomerRow[];
  /** Those that stay chosen, as nothing was done for them. */
  onDone: (left: readonly string[]) => void;
  onClear: () => void;
}

/** What can be done with the customers that are chosen: a case is opened for each, with one reason and one title. */
export function OpenCases({ customers, onDone, onClear }: Props) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('low-health');
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState('');
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: () => sendCommands(customers.map((customer) => commandFor(customer, reason, title, owner))),
    onSuccess: (items) => {
      const refused = items
        .filter(({ status }) => status >= 400)
        .map(({ index }) => customers[index]?.customerId ?? '');
      const opened = items.length - refused.length;
      if (opened > 0) {
        notify(`${countOf(opened, 'case is', 'cases are')} open.`);
      }
      onDone(refused);
    },
    onSettled: () => client.invalidateQueries(),
  });
  const refused = (sending.data ?? []).filter(({ status }) => status >= 400);
  const reasons = [...new Set(refused.map(({ detail, code }) => detail ?? code ?? ''))];
  return (
    <section className={classes.bar} aria-label="Chosen customers">
      {customers.length > 0 && (
        <div className={classes.actions}>
          <p role="status">{countOf(customers.length, 'customer', 'customers')} chosen</p>
          <Button size="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
            Open a case for each …
          </Button>
          <Button size="xs" variant="default" onClick={onClear}>
            Choose none
          </Button>
        </div>
      )}
      {open && customers.length > 0 && (
        <form
          className={classes.form}
          aria-label="Open a case for each"
          onSubmit={(event) => {
            event.preventDefault();
            if (!sending.isPending) {
              sending.mutate();
            }
          }}
        >
          <TextField label="Reason, a word to count by" value={reason} onChange={setReason} required />
          <TextField label="Title" value={title} onChange={setTitle} required />
          <TextField label="Who works on them" placeholder="Their owners" value={owner} onChange={setOwner} />
          <Button type="submit" loading={sending.isPending}>
            Open {countOf(customers.length, 'case', 'cases')}
          </Button>
          {sending.error !== null && <Refusal problem={asProblem(sending.error)} />}
        </form>
      )}
      {refused.length > 0 && (
        <p role="alert" className={classes.refused}>
          {countOf(refused.length, 'customer stays', 'customers stay')} chosen, as nothing was opened:{' '}
          {reasons.join(' ')}
        </p>
      )}
    </section>
  );
}
