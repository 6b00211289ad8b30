import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { CustomerOnboarding, OnboardingTask } from '../../shared/api/types';
import { useCommand } from '../../shared/api/use-command';
import { notify } from '../../shared/ui/notice-store';

/** Shows a task in another state until the server has said how it is. Gives back what takes that back. */
function shown(client: QueryClient, queryKey: QueryKey, task: OnboardingTask, state: OnboardingTask['state']) {
  const before = client.getQueryData<CustomerOnboarding>(queryKey);
  if (before !== undefined) {
    client.setQueryData<CustomerOnboarding>(queryKey, {
      ...before,
      tasks: before.tasks.map((other) =>
        other.taskId === task.taskId && other.onboardingId === task.onboardingId ? { ...other, state } : other,
      ),
    });
  }
  return () => client.setQueryData(queryKey, before);
}

/** What can be done with a task of an onboarding: complete it, skip it, open it again. */
export function useTaskCommands(task: OnboardingTask, queryKey: QueryKey) {
  const names = { onboardingId: task.onboardingId, taskId: task.taskId };
  const reopen = useCommand('reopen-task', {
    optimistic: (client) => shown(client, queryKey, task, 'open'),
    onDone: () => notify(`“${task.title}” is open again.`),
  });
  const undo = () => reopen.send({ ...names, occurredAt: new Date().toISOString() });
  const complete = useCommand('complete-task', {
    optimistic: (client) => shown(client, queryKey, task, 'completed'),
    onDone: () => notify(`“${task.title}” is done.`, undo),
  });
  const skip = useCommand('skip-task', {
    optimistic: (client) => shown(client, queryKey, task, 'skipped'),
    onDone: () => notify(`“${task.title}” is skipped.`, undo),
  });
  return {
    complete: () => complete.send({ ...names, occurredAt: new Date().toISOString() }),
    skip: (reason: string) => skip.send({ ...names, reason, occurredAt: new Date().toISOString() }),
    reopen: undo,
    sending: complete.sending || skip.sending || reopen.sending,
    problem: complete.problem ?? skip.problem ?? reopen.problem,
    reasonProblem: skip.problemOf('reason'),
  };
}
