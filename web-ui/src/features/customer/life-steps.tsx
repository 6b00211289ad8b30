import { Link } from '@tanstack/react-router';
import type { CustomerPage } from '../../shared/api/types';
import { STAGE_WORDS } from '../../shared/customer/stage-words';
import { formatDay } from '../../shared/format/dates';
import type { Tab } from './customer-search';
import classes from './life-steps.module.css';

type LifeStep = CustomerPage['steps'][number];

/** Where the events of a step are. */
const TAB_OF: Readonly<Record<LifeStep['stage'], Tab>> = {
  sold: 'commercial',
  invited: 'users',
  'logged-on': 'users',
  trained: 'seats',
  tasks: 'onboarding',
  value: 'usage',
  adopted: 'seats',
  renewal: 'commercial',
};

/** When a step was reached, or by when it should be. */
function when({ state, reachedOn, dueOn }: LifeStep): string {
  switch (state) {
    case 'reached':
      return formatDay(reachedOn);
    case 'late':
      return `late since ${formatDay(dueOn)}`;
    case 'unknown':
      return 'not to be known';
    default:
      return dueOn === null ? 'to come' : `due ${formatDay(dueOn)}`;
  }
}

/** How far the customer has come, from sale to renewal. Each step leads to what it is made of. */
export function LifeSteps({ customerId, steps }: { customerId: string; steps: readonly LifeStep[] }) {
  return (
    <ol className={classes.steps} aria-label="How far it has come">
      {steps.map((step) => (
        <li key={step.stage} data-state={step.state}>
          <StepMark state={step.state} />
          <Link
            to="/customers/$customerId"
            params={{ customerId }}
            search={{ tab: TAB_OF[step.stage] }}
            activeProps={{}}
            resetScroll={false}
          >
            {STAGE_WORDS[step.stage]}
          </Link>
          <span className={classes.when}>{when(step)}</span>
        </li>
      ))}
    </ol>
  );
}

function StepMark({ state }: { state: LifeStep['state'] }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className={classes.mark}>
      {state === 'reached' && <path d="M2.5 8.5 6.5 12.5 13.5 4" />}
      {state === 'open' && <circle cx="8" cy="8" r="5.5" />}
      {state === 'late' && <path d="M8 2.5 14 13.5H2zM8 6.5v3.5M8 11.6v.6" />}
      {state === 'unknown' && <path d="M3 8h10" />}
    </svg>
  );
}
