import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { FunnelList } from '../../shared/api/types';

/** All funnels that are defined. */
export function useFunnels() {
  return useQuery({
    queryKey: ['funnels'],
    queryFn: ({ signal }) => answerOf<FunnelList>(api.GET('/api/v1/funnels', { signal })),
  });
}
