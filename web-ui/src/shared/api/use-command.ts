import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiProblem, asProblem } from './api-problem';
import { type CommandBody, type CommandName, sendCommand } from './send-command';

interface Options<Name extends CommandName> {
  /** Shows the outcome before it is known. Gives back what takes it back when the command is refused. */
  optimistic?: (client: QueryClient, body: CommandBody<Name>) => () => void;
  onDone?: (body: CommandBody<Name>) => void;
}

/**
 * One command as a form needs it: `send(body)`, whether it is under way, and why it was refused, as a whole
 * (`problem`) and beside a field (`problemOf('seats')`).
 *
 * A body that is sent again after it got no answer goes under the same key, so it takes effect once. When the command
 * is recorded, everything on the page is asked again, and the answers wait until they know of it.
 */
export function useCommand<Name extends CommandName>(name: Name, options: Options<Name> = {}) {
  const client = useQueryClient();
  const attempt = useRef({ body: '', key: '' });

  const mutation = useMutation({
    mutationFn: (body: CommandBody<Name>) => {
      const text = JSON.stringify(body);
      if (attempt.current.body !== text) {
        attempt.current = { body: text, key: crypto.randomUUID() };
      }
      return sendCommand(name, body, attempt.current.key);
    },
    onMutate: (body) => ({ takeBack: options.optimistic?.(client, body) }),
    onError: (error, _, context) => {
      context?.takeBack?.();
      if (error instanceof ApiProblem && error.status < 500) {
        attempt.current = { body: '', key: '' };
      }
    },
    onSuccess: (_, body) => {
      attempt.current = { body: '', key: '' };
      options.onDone?.(body);
    },
    onSettled: () => client.invalidateQueries(),
  });

  const problem = mutation.error === null ? undefined : asProblem(mutation.error);
  return {
    send: mutation.mutate,
    sending: mutation.isPending,
    problem,
    /** What is wrong with a field, by its name or by its pointer into the body. */
    problemOf: (field: string) =>
      problem?.fields.find(({ pointer }) => pointer === field || pointer === `/${field}`)?.detail,
    reset: mutation.reset,
  };
}
