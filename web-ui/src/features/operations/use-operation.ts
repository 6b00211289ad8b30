import { useMutation, useQueryClient } from '@tanstack/react-query';
import { asProblem, problemFrom } from '../../shared/api/api-problem';

interface Reply {
  error?: unknown;
  response: Response;
}

/** One chore of an operator: what starts it, whether it is under way, and why it failed. Afterwards all is asked again. */
export function useOperation<Argument = void>(ask: (argument: Argument) => Promise<Reply>, onDone?: () => void) {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (argument: Argument) => {
      const reply = await ask(argument);
      if (!reply.response.ok) {
        throw problemFrom(reply.response.status, reply.error);
      }
    },
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries(),
  });
  return { run: mutate, running: isPending, problem: error === null ? undefined : asProblem(error) };
}
