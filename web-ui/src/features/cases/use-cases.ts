import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { CaseBoard } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { untilCaughtUp } from '../../shared/risk/until-caught-up';
import type { CasesSearch } from './cases-search';

/** As many as the server gives at once. Those longest in their stage come first. */
const MOST_CASES = 500;

type Filters = Pick<CasesSearch, 'owner' | 'customer'>;

/** The name under which a board is remembered, so that a move can be shown on it at once. */
export const boardKey = (standpoint: StandpointQuery | undefined, { owner, customer }: Filters): QueryKey => [
  'cases',
  standpoint,
  owner,
  customer,
];

/** The cases on the day. */
export function useCases(standpoint: StandpointQuery | undefined, { owner, customer }: Filters) {
  return useQuery<CaseBoard>({
    queryKey: boardKey(standpoint, { owner, customer }),
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => untilCaughtUp(state.data),
    queryFn: ({ signal }) =>
      answerOf<CaseBoard>(
        api.GET('/api/v1/cases', {
          signal,
          params: {
            query: {
              ...standpoint,
              ...(owner === undefined ? {} : { owner }),
              ...(customer === undefined ? {} : { customer }),
              limit: MOST_CASES,
            },
          },
        }),
      ),
  });
}
