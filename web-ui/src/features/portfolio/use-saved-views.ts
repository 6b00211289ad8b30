import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import { asProblem, problemFrom } from '../../shared/api/api-problem';
import { actorHeader } from '../../shared/api/send-command';
import type { KeptViews } from '../../shared/api/types';
import { notify } from '../../shared/ui/notice-store';
import { queryOfView, type SavedView, viewOfQuery } from './saved-views';

const PAGE = 'portfolio';
const KEY = ['saved-views', PAGE];
const NONE: readonly SavedView[] = [];

/** Two people may call their views the same, so that those of others carry their owner's name. */
const viewsOf = ({ views }: KeptViews): readonly SavedView[] =>
  views.map(({ id, name, search, shared, own, owner }) => ({
    id,
    shared,
    own,
    name: own ? name : `${name} (${owner})`,
    search: viewOfQuery(search),
  }));

/** The views that the reader keeps, and those that others share; both changes show before they are kept. */
export function useSavedViews() {
  const client = useQueryClient();
  const { data = NONE } = useQuery({
    queryKey: KEY,
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      viewsOf(
        await answerOf<KeptViews>(
          api.GET('/api/v1/saved-views/{page}', {
            signal,
            params: { path: { page: PAGE }, header: actorHeader() },
          }),
        ),
      ),
  });

  const shown = async (change: (views: readonly SavedView[]) => readonly SavedView[]) => {
    await client.cancelQueries({ queryKey: KEY });
    const before = client.getQueryData<readonly SavedView[]>(KEY);
    client.setQueryData<readonly SavedView[]>(KEY, change(before ?? NONE));
    return { before };
  };
  const settling = {
    onError: (error: unknown, _: unknown, context: { before: readonly SavedView[] | undefined } | undefined) => {
      client.setQueryData(KEY, context?.before);
      notify(asProblem(error).detail);
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  };

  const save = useMutation({
    mutationFn: ({ id, name, search, shared }: SavedView) =>
      answerOf(
        api.PUT('/api/v1/saved-views/{page}/{id}', {
          params: { path: { page: PAGE, id }, header: actorHeader() },
          body: { name, search: queryOfView(search), shared },
        }),
      ),
    onMutate: (view) =>
      shown((views) => {
        const at = views.findIndex(({ id }) => id === view.id);
        return at === -1 ? [...views, view] : views.with(at, view);
      }),
    ...settling,
  });

  const remove = useMutation({
    mutationFn: async ({ id }: SavedView) => {
      const { error, response } = await api.DELETE('/api/v1/saved-views/{page}/{id}', {
        params: { path: { page: PAGE, id }, header: actorHeader() },
      });
      if (!response.ok) {
        throw problemFrom(response.status, error);
      }
    },
    onMutate: (view) => shown((views) => views.filter(({ id }) => id !== view.id)),
    ...settling,
  });

  return { views: data, save: save.mutate, remove: remove.mutate };
}
