import { useQueries } from '@tanstack/react-query';
import { ApiProblem } from '../../../shared/api/api-problem';
import { addDays } from '../../../shared/format/days';
import type { RiskDay } from '../../../shared/risk/answers';
import { askForRisk } from '../../../shared/risk/use-risk';
import { placesAsked } from './places-asked';

/**
 * The health of a day as it was known on that very day, point by point: the line that the team had before it. Null where
 * nothing was known of the customer yet. A day is asked about once and never changes.
 */
export function useRiskAsSeen(customerId: string, days: readonly RiskDay[], enabled: boolean) {
  const places = enabled ? placesAsked(days.length) : [];
  return useQueries({
    queries: places.map((place) => {
      const day = days[place]?.day ?? '';
      return {
        queryKey: ['risk-as-seen', customerId, day],
        staleTime: Number.POSITIVE_INFINITY,
        queryFn: async ({ signal }: { signal: AbortSignal }) => {
          try {
            const standpoint = { asOf: day, knownAt: day };
            const line = await askForRisk(customerId, standpoint, { from: day, to: addDays(day, 1) })({ signal });
            return line.days.at(-1)?.health ?? null;
          } catch (error) {
            // Nothing was known of the customer yet.
            if (error instanceof ApiProblem && error.status === 404) {
              return null;
            }
            throw error;
          }
        },
      };
    }),
    combine: (answers) => {
      const seen = Array.from<number | null>({ length: days.length }).fill(null);
      places.forEach((place, index) => {
        seen[place] = answers[index]?.data ?? null;
      });
      return {
        seen: enabled ? seen : undefined,
        loading: answers.some(({ isPending }) => isPending),
        failed: answers.some(({ isError }) => isError),
        points: seen.filter((value) => value !== null).length,
      };
    },
  });
}
