import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useCommand } from '../../shared/api/use-command';
import { notify } from '../../shared/ui/notice-store';
import { PageHeading } from '../../shared/ui/page-heading';
import { FieldProblem } from '../../shared/ui/field-problem';
import { Refusal } from '../../shared/ui/refusal';
import { SelectField } from '../../shared/ui/select-field';
import { TextField } from '../../shared/ui/text-field';
import classes from './define-funnel-page.module.css';
import { ExclusionFields } from './exclusion-fields';
import {
  definitionOf,
  EMPTY_DRAFT,
  emptyStep,
  type FunnelDraft,
  idOf,
  inShort,
  type Order,
  type Unit,
} from './funnel-draft';
import { ENTRY_EVENTS } from './funnel-events';
import { StepFields } from './step-fields';
import { useFunnels } from './use-funnels';

const UNITS: readonly { value: Unit; label: string }[] = [
  { value: 'customers', label: 'Customers' },
  { value: 'users', label: 'Users' },
];

const ORDERS: readonly { value: Order; label: string }[] = [
  { value: 'independent', label: 'Each step by itself; one event may serve several' },
  { value: 'any', label: 'In any order, each with events of its own' },
  { value: 'ordered', label: 'One after the other' },
  { value: 'strict', label: 'One after the other, nothing in between' },
];

/** Defines a funnel. It is an event; the log is counted by it at once, from its beginning. */
export function DefineFunnelPage() {
  const [draft, setDraft] = useState<FunnelDraft>(EMPTY_DRAFT);
  const nextKey = useRef(1);
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const funnels = useFunnels();
  const define = useCommand('define-funnel', {
    onDone: ({ funnelId, name }) => {
      notify(`The funnel “${name}” is defined.`);
      void navigate({ to: '/funnels/$funnelId', params: { funnelId } });
    },
  });
  const { problem } = define;
  const problemOf = (field: string) => inShort(define.problemOf(field));
  const change = (part: Partial<FunnelDraft>) => setDraft((before) => ({ ...before, ...part }));
  const id = idOf(draft);
  // A definition under an id that there is would take the place of the other without a word.
  const taken = funnels.data?.funnels.find(({ funnelId }) => funnelId === id);
  const idProblem =
    taken === undefined ? problemOf('funnelId') : `“${taken.name}” has this id already. Choose another one.`;

  // Who cannot see the form is led to the first thing that is wrong with it.
  useEffect(() => {
    if (problem !== undefined) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [problem]);

  const focusOn = useFocusLater(form);
  const addStep = () => {
    const key = nextKey.current++;
    change({ steps: [...draft.steps, emptyStep(key)] });
    focusOn('[data-steps] > :last-child input');
  };
  const addExclusion = () => {
    const key = nextKey.current++;
    change({ exclusions: [...draft.exclusions, { key, event: '', after: '', before: '' }] });
    focusOn('[data-exclusions] > :last-child input');
  };
  return (
    <div className={classes.page}>
      <PageHeading
        title="Define a funnel"
        lead="Steps that customers or users go through, counted from the events of the log, also of those from before the definition."
      />
      <form
        ref={form}
        className={classes.form}
        aria-label="Funnel"
        onSubmit={(event) => {
          event.preventDefault();
          if (taken !== undefined) {
            form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
          } else if (!define.sending) {
            define.send(definitionOf(draft));
          }
        }}
      >
        <div className={classes.fields}>
          <TextField
            label="Name"
            value={draft.name}
            onChange={(name) => change({ name })}
            required
            problem={problemOf('name')}
          />
          <TextField
            label="Id, in its address"
            value={draft.funnelId}
            placeholder={id}
            onChange={(funnelId) => change({ funnelId })}
            problem={idProblem}
          />
          <SelectField
            label="Who goes through it"
            value={draft.unit}
            options={UNITS}
            onChange={(value) => change({ unit: UNITS.find((unit) => unit.value === value)?.value ?? 'customers' })}
            problem={problemOf('unit')}
          />
          <TextField
            label="Event of entry"
            value={draft.entryEvent}
            onChange={(entryEvent) => change({ entryEvent })}
            suggestions={ENTRY_EVENTS}
            required
            problem={problemOf('entryEvent')}
          />
          <SelectField
            label="Order"
            value={draft.order}
            options={ORDERS}
            onChange={(value) =>
              change({ order: ORDERS.find((order) => order.value === value)?.value ?? 'independent' })
            }
            problem={problemOf('order')}
          />
          <TextField
            label="Window, hours from entry"
            type="number"
            placeholder="None"
            value={draft.windowHours}
            onChange={(windowHours) => change({ windowHours })}
            problem={problemOf('windowHours')}
          />
        </div>
        <section className={classes.parts} aria-label="Steps after the entry">
          <div className={classes.list} data-steps>
            {draft.steps.map((step, index) => (
              <StepFields
                key={step.key}
                step={step}
                index={index}
                problemOf={problemOf}
                onChange={(part) =>
                  change({ steps: draft.steps.map((each) => (each.key === step.key ? { ...each, ...part } : each)) })
                }
                onRemove={
                  draft.steps.length === 1
                    ? undefined
                    : () => {
                        change({ steps: draft.steps.filter(({ key }) => key !== step.key) });
                        focusOn('[data-add-step]');
                      }
                }
              />
            ))}
          </div>
          <FieldProblem id="steps-problem" problem={problemOf('steps')} />
          <Button variant="default" data-add-step onClick={addStep}>
            Add a step
          </Button>
        </section>
        <section className={classes.parts} aria-label="Exclusions">
          <div className={classes.list} data-exclusions>
            {draft.exclusions.map((exclusion, index) => (
              <ExclusionFields
                key={exclusion.key}
                exclusion={exclusion}
                index={index}
                steps={draft.steps}
                problemOf={problemOf}
                onChange={(part) =>
                  change({
                    exclusions: draft.exclusions.map((each) =>
                      each.key === exclusion.key ? { ...each, ...part } : each,
                    ),
                  })
                }
                onRemove={() => {
                  change({ exclusions: draft.exclusions.filter(({ key }) => key !== exclusion.key) });
                  focusOn('[data-add-exclusion]');
                }}
              />
            ))}
          </div>
          <FieldProblem id="exclusions-problem" problem={problemOf('exclusions')} />
          <Button variant="default" data-add-exclusion onClick={addExclusion}>
            Add an exclusion
          </Button>
        </section>
        <div className={classes.actions}>
          <Button type="submit" loading={define.sending}>
            Define the funnel
          </Button>
          <Link to="/funnels">Back to the funnels</Link>
          {problem?.fields.length === 0 && <Refusal problem={problem} />}
          {problem !== undefined && problem.fields.length > 0 && (
            <p className="quiet" role="status">
              Nothing was defined: see what stands at the fields.
            </p>
          )}
        </div>
      </form>
    </div>
  );
}

/** Moves the focus to what is only there, or only still there, after the next drawing. */
function useFocusLater(container: RefObject<HTMLElement | null>) {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current !== null) {
      container.current?.querySelector<HTMLElement>(wanted.current)?.focus();
      wanted.current = null;
    }
  });
  return useCallback((selector: string) => {
    wanted.current = selector;
  }, []);
}
