import { Skeleton } from '@mantine/core';
import { FigureButton } from '../../shared/explain/figure-button';
import { formatDay } from '../../shared/format/dates';
import { todayInUtc } from '../../shared/format/days';
import { countOf, formatCount } from '../../shared/format/numbers';
import { Figures } from '../../shared/ui/figures';
import { Message } from '../../shared/ui/message';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { STATE_WORDS } from './onboarding-words';
import classes from './tab.module.css';
import type { TabProps } from './tab-props';
import { TaskList } from './task-list';
import { useOnboarding } from './use-onboarding';

/** What should have happened by when, what did, and what is late. Tasks are worked on right here. */
export function OnboardingTab({ customerId, standpoint }: TabProps) {
  const onboarding = useOnboarding(customerId, standpoint);
  const { data } = onboarding;
  if (data === undefined) {
    return onboarding.isError ? (
      <ProblemMessage error={onboarding.error} onRetry={() => void onboarding.refetch()} />
    ) : (
      <Skeleton height="30rem" radius="md" role="status" aria-label="Loading the onboarding" />
    );
  }
  if (data.tasks.length === 0) {
    return (
      <Message title="No onboarding is planned">
        <p>It begins by itself when a product with a template is sold (define-onboarding-template), or by hand:</p>
        <pre>
          <code>POST /api/v1/commands/start-onboarding</code>
        </pre>
      </Message>
    );
  }
  const today = todayInUtc();
  return (
    <div className={classes.tab}>
      <Figures
        compact
        figures={[
          {
            label: 'State',
            value: <span data-formula="onboarding.state">{STATE_WORDS[data.state]}</span>,
            note: data.daysOver === 0 ? undefined : `${countOf(data.daysOver, 'day', 'days')} over`,
          },
          {
            label: 'Required tasks done',
            value: (
              <>
                <FigureButton figure={data.progress.of} label="required tasks done" /> of{' '}
                <FigureButton figure={data.progress.among} label="required tasks" />
              </>
            ),
          },
          { label: 'Started', value: formatDay(data.startsOn) },
          { label: 'Last done', value: formatDay(data.lastDoneOn) },
          { label: 'Complete', value: formatDay(data.completedOn) },
        ]}
      />
      <section className={classes.section} aria-labelledby="tasks">
        <h2 id="tasks">{formatCount(data.tasks.length)} tasks</h2>
        {standpoint.asOf < today && (
          <p className="quiet">This is how it stood on {formatDay(standpoint.asOf)}. To work on tasks, show today.</p>
        )}
        <TaskList
          tasks={data.tasks}
          queryKey={['customer-onboarding', customerId, standpoint]}
          editable={standpoint.asOf >= today && standpoint.knownAt === undefined}
        />
      </section>
    </div>
  );
}
