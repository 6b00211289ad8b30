import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { ParkedEvents } from '../../shared/api/types';

/** The events that a view could not take in; asked only of views that have some. */
export function useParked(name: string) {
  return useQuery({
    queryKey: ['parked', name],
    queryFn: ({ signal }) =>
      answerOf<ParkedEvents>(api.GET('/api/v1/projections/{name}/parked', { signal, params: { path: { name } } })),
  });
}
