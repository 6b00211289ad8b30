import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { LogEntry } from '../../shared/api/types';
import { formatCount, NOTHING } from '../../shared/format/numbers';
import { words } from '../../shared/format/field-words';
import classes from './event-pane.module.css';
import { Part } from './part';
import { stateWithChanges, stepsAround } from './step-around';
import { useSteps } from './use-steps';

/** How the thing of an event stood after it, what the event changed, and the way to the step before and after. */
export function StateHere({ entry }: { entry: LogEntry }) {
  const { event, stateHere, thing } = entry;
  const steps = useSteps(event);
  const navigate = useNavigate();
  const around = steps.data && stepsAround(steps.data.steps, event.position);
  const fields = stateWithChanges(stateHere, event.changes);
  const go = (position: number | undefined) =>
    position !== undefined &&
    void navigate({
      to: '/audit',
      search: (now) => ({ ...now, event: String(position) }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Part title={thing === null ? 'Steps' : `State of the ${words(thing)} here`}>
      <div className={classes.steps}>
        <Button size="xs" variant="default" disabled={around?.before === undefined} onClick={() => go(around?.before)}>
          ← Step back
        </Button>
        <Button size="xs" variant="default" disabled={around?.after === undefined} onClick={() => go(around?.after)}>
          Step forward →
        </Button>
        <span className="quiet" role="status">
          {around === undefined
            ? steps.isPending
              ? 'Looking for its steps …'
              : 'Its other steps lie too far away to be found here.'
            : `Step ${formatCount(around.number)} of ${formatCount(around.of)}${steps.data?.complete === true ? '' : ' found'} in ${event.stream}`}
        </span>
      </div>
      {fields.length > 0 && (
        <table className={classes.state}>
          <caption className="hidden-text">Fields after the event, the changed ones first</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, value, before }) => (
              <tr key={field} data-changed={before !== undefined}>
                <th scope="row">{words(field)}</th>
                <td>{before === undefined ? '' : (before ?? NOTHING)}</td>
                <td>
                  {before !== undefined && <span className="hidden-text">changed: </span>}
                  {value === '' ? NOTHING : value}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}
