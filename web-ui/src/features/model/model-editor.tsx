import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ApiProblem } from '../../shared/api/api-problem';
import type { SignalSeen } from '../../shared/risk/evaluation-answers';
import { Refusal } from '../../shared/ui/refusal';
import { TextField } from '../../shared/ui/text-field';
import { BandRows } from './band-rows';
import { CapRows } from './cap-rows';
import type { Draft } from './draft';
import classes from './model-editor.module.css';
import { SignalRows } from './signal-rows';

interface Props {
  draft: Draft;
  signals: readonly SignalSeen[];
  busy: boolean;
  problem: ApiProblem | undefined;
  /** Ids that a draft cannot have. */
  taken: readonly string[];
  onChange: (draft: Draft) => void;
  onKeep: () => void;
}

const DAYS_AND_POINTS = {
  horizonDays: 'Looks ahead, days',
  raiseAt: 'Flag below, points',
  clearAt: 'Clear from, points',
  dwellDays: 'After so many days',
} as const;

/** Everything a model of weights is made of. What the server says is wrong stands at its part. */
export function ModelEditor({ draft, signals, busy, problem, taken, onChange, onKeep }: Props) {
  const [touched, setTouched] = useState(false);
  const change = (part: Partial<Draft>) => {
    setTouched(true);
    onChange({ ...draft, ...part });
  };
  const problemOf = (field: string) =>
    problem?.fields.find(({ pointer }) => pointer.replace('/', '') === field)?.detail;
  const atParts = ['signals', 'bands', 'caps', 'modelId', ...Object.keys(DAYS_AND_POINTS)];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onKeep();
  };
  return (
    <form className={classes.editor} aria-label="Model" onSubmit={submit}>
      <div className={classes.fields}>
        <TextField label="Name" value={draft.name} onChange={(name) => change({ name })} required />
        <TextField
          label="Id"
          value={draft.modelId}
          onChange={(modelId) => change({ modelId })}
          required
          problem={
            taken.includes(draft.modelId.trim())
              ? 'A published model has this id; choose another.'
              : problemOf('modelId')
          }
        />
        {Object.entries(DAYS_AND_POINTS).map(([field, label]) => (
          <TextField
            key={field}
            label={label}
            type="number"
            value={draft[field as keyof typeof DAYS_AND_POINTS]}
            onChange={(value) => change({ [field]: value })}
            required
            problem={problemOf(field)}
          />
        ))}
      </div>
      <SignalRows
        draft={draft}
        signals={signals}
        onChange={(changed) => change({ signals: changed })}
        problem={problemOf('signals')}
      />
      <BandRows bands={draft.bands} onChange={(bands) => change({ bands })} problem={problemOf('bands')} />
      <CapRows draft={draft} onChange={(caps) => change({ caps })} problem={problemOf('caps')} />
      {problem !== undefined && !atParts.some((field) => problemOf(field) !== undefined) && (
        <Refusal problem={problem} />
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={busy} disabled={taken.includes(draft.modelId.trim())}>
          Keep and replay
        </Button>
        {touched && (
          <span className="quiet" role="status">
            Changed and not kept yet
          </span>
        )}
      </div>
    </form>
  );
}
