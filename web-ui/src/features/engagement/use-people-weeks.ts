import { useQueries, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { CustomerUsers, Explanation } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { daysPerWeek, weeksUntil } from './weeks-of';

/** Each is a request for its days, so a page of people is what can be drawn at once. */
export const MOST_PEOPLE = 40;
const WEEKS = 13;

/** People of a customer. */
export function usePeople(standpoint: StandpointQuery, customerId: string) {
  return useQuery({
    queryKey: ['people', standpoint, customerId],
    queryFn: ({ signal }) =>
      answerOf<CustomerUsers>(
        api.GET('/api/v1/customers/{customerId}/users', {
          signal,
          params: { path: { customerId }, query: { ...standpoint, limit: MOST_PEOPLE } },
        }),
      ),
  });
}

/** Active days of each person in each of the last thirteen weeks; undefined where they are not there yet. */
export function usePeopleWeeks(standpoint: StandpointQuery, customerId: string, userIds: readonly string[]) {
  const weeks = weeksUntil(standpoint.asOf, WEEKS);
  const from = weeks[0]?.from ?? standpoint.asOf;
  const counts = useQueries({
    queries: userIds.map((userId) => ({
      queryKey: ['active-days', standpoint, customerId, userId, from],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answerOf<Explanation>(
          api.GET('/api/v1/explain', {
            signal,
            params: {
              query: {
                ...standpoint,
                figure: 'users.active-days',
                customer: customerId,
                subject: userId,
                from,
                limit: 7 * WEEKS,
              },
            },
          }),
        ),
    })),
  });
  return {
    weeks,
    error: counts.find(({ error }) => error !== null)?.error ?? null,
    perWeek: new Map(
      counts.flatMap(({ data }, index) => {
        const userId = userIds[index];
        return data === undefined || userId === undefined
          ? []
          : [
              [
                userId,
                daysPerWeek(
                  data.evidence.map(({ subject }) => subject),
                  weeks,
                ),
              ] as const,
            ];
      }),
    ),
  };
}
