import { Button } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import type { OnboardingTask } from '../../shared/api/types';
import { formatDay } from '../../shared/format/dates';
import { countOf } from '../../shared/format/numbers';
import { Refusal } from '../../shared/ui/refusal';
import { TextField } from '../../shared/ui/text-field';
import { TASK_WORDS } from './onboarding-words';
import classes from './task-list.module.css';
import { useTaskCommands } from './use-task-commands';

interface Props {
  tasks: readonly OnboardingTask[];
  queryKey: QueryKey;
  /** Only the present can be worked on. */
  editable: boolean;
}

/** The tasks by their due day. */
export function TaskList({ tasks, queryKey, editable }: Props) {
  return (
    <ul className={classes.tasks}>
      {tasks.map((task) => (
        <Task key={`${task.onboardingId} ${task.taskId}`} task={task} queryKey={queryKey} editable={editable} />
      ))}
    </ul>
  );
}

function Task({ task, queryKey, editable }: Omit<Props, 'tasks'> & { task: OnboardingTask }) {
  const commands = useTaskCommands(task, queryKey);
  const [reason, setReason] = useState<string>();
  const isDone = task.state === 'completed' || task.state === 'skipped';
  return (
    <li className={classes.task} data-state={task.state}>
      <TaskMark state={task.state} />
      <div>
        <h3>{task.title}</h3>
        <p className="quiet">
          {[
            TASK_WORDS[task.state] + (task.doneOn === null ? '' : ` on ${formatDay(task.doneOn)}`),
            `due ${formatDay(task.dueOn)}`,
            ...(task.daysOver > 0 ? [`${countOf(task.daysOver, 'day', 'days')} over`] : []),
            task.required ? 'required' : 'optional',
            ...(task.milestone ? ['milestone'] : []),
          ].join(' · ')}
        </p>
      </div>
      {editable && (
        <div className={classes.actions}>
          {isDone ? (
            <Button size="xs" variant="default" disabled={commands.sending} onClick={commands.reopen}>
              Reopen<span className="hidden-text"> {task.title}</span>
            </Button>
          ) : (
            <>
              <Button size="xs" disabled={commands.sending} onClick={commands.complete}>
                Done<span className="hidden-text">: {task.title}</span>
              </Button>
              {!task.required && (
                <Button
                  size="xs"
                  variant="default"
                  aria-expanded={reason !== undefined}
                  onClick={() => setReason(reason === undefined ? '' : undefined)}
                >
                  Skip<span className="hidden-text"> {task.title}</span>
                </Button>
              )}
            </>
          )}
        </div>
      )}
      {editable && reason !== undefined && !isDone && (
        <form
          className={classes.reason}
          onSubmit={(event) => {
            event.preventDefault();
            commands.skip(reason);
          }}
        >
          <TextField
            label="Why it is skipped"
            value={reason}
            onChange={setReason}
            required
            problem={commands.reasonProblem}
          />
          <Button type="submit" size="xs" variant="default">
            Skip it
          </Button>
        </form>
      )}
      {commands.reasonProblem === undefined && <Refusal problem={commands.problem} />}
    </li>
  );
}

function TaskMark({ state }: { state: OnboardingTask['state'] }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className={classes.mark}>
      {state === 'completed' && <path d="M2.5 8.5 6.5 12.5 13.5 4" />}
      {state === 'skipped' && <path d="M3 8h10" />}
      {state === 'open' && <circle cx="8" cy="8" r="5.5" />}
      {state === 'overdue' && <path d="M8 2.5 14 13.5H2zM8 6.5v3.5M8 11.6v.6" />}
    </svg>
  );
}
