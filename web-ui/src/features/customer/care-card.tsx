import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useCommand } from '../../shared/api/use-command';
import { formatDay } from '../../shared/format/dates';
import { todayInUtc } from '../../shared/format/days';
import { NOTHING } from '../../shared/format/numbers';
import { Card, Facts } from '../../shared/ui/card';
import { notify } from '../../shared/ui/notice-store';
import { Refusal } from '../../shared/ui/refusal';
import { SelectField } from '../../shared/ui/select-field';
import { TextField } from '../../shared/ui/text-field';
import classes from './care-card.module.css';
import type { TabProps } from './tab-props';
import { useLastEvent } from './use-last-event';

const RATINGS = ['1', '2', '3', '4', '5'];

/** Who looks after the customer and how they judge it; both are said right here. */
export function CareCard({ customerId, standpoint }: Pick<TabProps, 'customerId' | 'standpoint'>) {
  const owner = useLastEvent(customerId, 'customer.owner-assigned', standpoint.asOf);
  const rating = useLastEvent(customerId, 'customer.rated', standpoint.asOf);
  const [form, setForm] = useState<'owner' | 'rating'>();
  const rated = rating.data?.payload;
  const buttons = useRef<HTMLDivElement>(null);
  // The form goes and takes the focus with it, so it returns to where the form was opened.
  const close = () => {
    setForm(undefined);
    buttons.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
  };
  return (
    <Card title="Care" query={owner}>
      <Facts
        facts={{
          Owner: textIn(owner.data?.payload, 'owner'),
          'Judged, 1 to 5':
            rated === undefined
              ? NOTHING
              : `${textIn(rated, 'rating')} on ${formatDay(rating.data?.occurredAt.slice(0, 10) ?? null)}`,
          ...(rated?.['note'] ? { Because: textIn(rated, 'note') } : {}),
        }}
      />
      {standpoint.asOf >= todayInUtc() && (
        <div ref={buttons} className={classes.actions}>
          {(['owner', 'rating'] as const).map((name) => (
            <Button
              key={name}
              size="xs"
              variant="default"
              aria-expanded={form === name}
              onClick={() => setForm(form === name ? undefined : name)}
            >
              {name === 'owner' ? 'Assign owner' : 'Judge'}
            </Button>
          ))}
        </div>
      )}
      {form === 'owner' && <OwnerForm customerId={customerId} before={owner.data?.payload['owner']} onDone={close} />}
      {form === 'rating' && <RatingForm customerId={customerId} onDone={close} />}
    </Card>
  );
}

const textIn = (payload: Readonly<Record<string, unknown>> | undefined, field: string) =>
  String(payload?.[field] ?? NOTHING);

interface FormProps {
  customerId: string;
  onDone: () => void;
}

function OwnerForm({ customerId, before, onDone }: FormProps & { before: unknown }) {
  const [owner, setOwner] = useState('');
  const back = useCommand('assign-owner');
  const assign = useCommand('assign-owner', {
    onDone: (body) => {
      onDone();
      notify(
        `${body.owner} looks after the customer.`,
        typeof before === 'string'
          ? () => back.send({ customerId, owner: before, occurredAt: new Date().toISOString() })
          : undefined,
      );
    },
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        assign.send({ customerId, owner, occurredAt: new Date().toISOString() });
      }}
    >
      <TextField label="Owner" value={owner} onChange={setOwner} required problem={assign.problemOf('owner')} />
      <Button type="submit" size="xs" loading={assign.sending}>
        Assign
      </Button>
      {assign.problemOf('owner') === undefined && <Refusal problem={assign.problem} />}
    </form>
  );
}

function RatingForm({ customerId, onDone }: FormProps) {
  const [rating, setRating] = useState('3');
  const [note, setNote] = useState('');
  const rate = useCommand('rate-customer', {
    onDone: () => {
      onDone();
      notify(`Judged ${rating} of 5.`);
    },
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        rate.send({
          customerId,
          rating: Number(rating),
          note: note.trim(),
          occurredAt: new Date().toISOString(),
        });
      }}
    >
      <SelectField
        label="Judgement, 1 to 5"
        value={rating}
        onChange={setRating}
        options={RATINGS.map((value) => ({ value, label: value }))}
        problem={rate.problemOf('rating')}
      />
      <TextField label="Why" value={note} onChange={setNote} problem={rate.problemOf('note')} />
      <Button type="submit" size="xs" loading={rate.sending}>
        Judge
      </Button>
      {rate.problem?.fields.length === 0 && <Refusal problem={rate.problem} />}
    </form>
  );
}
