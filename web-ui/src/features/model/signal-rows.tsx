import { formatPoints, signalName } from '../../shared/risk/risk-words';
import type { SignalSeen } from '../../shared/risk/evaluation-answers';
import { FieldProblem } from '../../shared/ui/field-problem';
import { SelectField } from '../../shared/ui/select-field';
import { type Draft, type DraftSignal, shareOf } from './draft';
import classes from './model-editor.module.css';

interface Props {
  draft: Draft;
  signals: readonly SignalSeen[];
  onChange: (signals: DraftSignal[]) => void;
  problem: string | undefined;
}

/** The signals with weight and anchors, and a way to add those of the catalogue that are not in it. */
export function SignalRows({ draft, signals, onChange, problem }: Props) {
  const seen = new Map(signals.map((signal) => [signal.signal, signal]));
  const others = signals.filter(({ signal }) => draft.signals.every((one) => one.signal !== signal));
  const change = (index: number, part: Partial<DraftSignal>) =>
    onChange(draft.signals.map((one, other) => (other === index ? { ...one, ...part } : one)));
  return (
    <fieldset className={classes.part}>
      <legend>Signals</legend>
      <p className="quiet">
        A value at “poor” counts as 0 of 100, one at “good” as 100, and what lies between in proportion.
      </p>
      {/* The box scrolls, so the keyboard has to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.scroll} role="region" aria-label="Signals of the model" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Signal</th>
              <th scope="col">Weight</th>
              <th scope="col">Poor</th>
              <th scope="col">Good</th>
              <th scope="col">Of 100</th>
              <th scope="col">No data</th>
              <th scope="col">
                <span className="hidden-text">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {draft.signals.map((one, index) => {
              const name = signalName(one.signal);
              return (
                <tr key={one.signal}>
                  <th scope="row" title={seen.get(one.signal)?.words}>
                    {name} <span className="faded">{seen.get(one.signal)?.unit}</span>
                  </th>
                  {(['weight', 'poor', 'good'] as const).map((field) => (
                    <td key={field} data-field={field}>
                      <input
                        type="number"
                        step="any"
                        required
                        min={field === 'weight' ? 0 : undefined}
                        aria-label={`${field} of ${name}`}
                        value={one[field]}
                        onChange={(event) => change(index, { [field]: event.currentTarget.value })}
                      />
                    </td>
                  ))}
                  <td data-field="share">{formatPoints(shareOf(draft, index))}</td>
                  <td data-field="missing">
                    <select
                      aria-label={`Without data of ${name}`}
                      value={one.whenMissing}
                      onChange={(event) => change(index, { whenMissing: event.currentTarget.value })}
                    >
                      <option value="skip">left out</option>
                      <option value="poor">poor</option>
                    </select>
                  </td>
                  <td data-field="remove">
                    <button
                      type="button"
                      aria-label={`Remove ${name}`}
                      onClick={() => onChange(draft.signals.filter((_, other) => other !== index))}
                    >
                      ×
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <FieldProblem id="signals-problem" problem={problem} />
      {others.length > 0 && (
        <SelectField
          label="Add a signal"
          inline
          value=""
          onChange={(value) => {
            const added = seen.get(value);
            if (added !== undefined) {
              const [poor, good] = [String(added.poor), String(added.good)];
              onChange([...draft.signals, { signal: value, weight: '1', poor, good, whenMissing: 'skip' }]);
            }
          }}
          options={[
            { value: '', label: 'Choose …' },
            ...others.map(({ signal }) => ({ value: signal, label: signalName(signal) })),
          ]}
        />
      )}
    </fieldset>
  );
}
