import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asProblem, problemFrom } from '../../shared/api/api-problem';
import { answerOf, api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { ModelList, RiskModel } from '../../shared/risk/evaluation-answers';

/** Every model: built in, published as known at the standpoint, drafted. */
export function useModels(standpoint: StandpointQuery | undefined) {
  const knownAt = standpoint?.knownAt;
  return useQuery({
    queryKey: ['risk-models', knownAt],
    enabled: standpoint !== undefined,
    queryFn: ({ signal }) =>
      answerOf<ModelList>(
        api.GET('/api/v1/risk/models', {
          signal,
          params: { query: knownAt === undefined ? {} : { knownAt } },
        }),
      ),
  });
}

/** Keeps a draft on the server, in place of an earlier one of its id, or drops it. Drafts are no facts, so no events. */
export function useDrafts() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['risk-models'] });
  const keep = useMutation({
    mutationFn: (body: components['schemas']['DraftModel']) =>
      answerOf<RiskModel>(api.POST('/api/v1/risk/drafts', { body })),
    onSuccess,
  });
  const drop = useMutation({
    mutationFn: async (modelId: string) => {
      const { error, response } = await api.DELETE('/api/v1/risk/drafts/{modelId}', { params: { path: { modelId } } });
      if (!response.ok) {
        throw problemFrom(response.status, error);
      }
    },
    onSuccess,
  });
  return {
    keep: keep.mutateAsync,
    drop: drop.mutateAsync,
    busy: keep.isPending || drop.isPending,
    problem: keep.error === null ? undefined : asProblem(keep.error),
  };
}
