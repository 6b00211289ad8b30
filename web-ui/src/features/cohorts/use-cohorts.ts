import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { Retention, RevenueRetention } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { type CohortTable, tableOfActivity, tablesOfContracts } from './cohort-table';
import type { CohortUnit } from './cohorts-search';

/** An answer with the unit it was asked for, so that an older one that stands in is not read as another. */
type Answer =
  | { by: 'contract'; unit: CohortUnit; asOf: string; contracts: RevenueRetention }
  | { by: 'activity'; unit: CohortUnit; asOf: string; activity: Retention };

/** What is left of those that began in a month, by months since. */
export function useCohorts(standpoint: StandpointQuery | undefined, unit: CohortUnit, customer: string | undefined) {
  return useQuery({
    queryKey: ['cohorts', standpoint, unit, customer],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Answer> => {
      if (unit === 'customers' || unit === 'revenue') {
        const contracts = await answerOf<RevenueRetention>(
          api.GET('/api/v1/revenue/retention', {
            signal,
            params: { query: { ...standpoint, unit: unit === 'customers' ? 'accounts' : 'revenue' } },
          }),
        );
        return { by: 'contract', unit, asOf: contracts.asOf, contracts };
      }
      const activity = await answerOf<Retention>(
        api.GET('/api/v1/retention', {
          signal,
          params: { query: { ...standpoint, unit, ...(customer === undefined ? {} : { customer }) } },
        }),
      );
      return { by: 'activity', unit, asOf: activity.asOf, activity };
    },
  });
}

/** The tables of an answer. */
export function tablesOf(answer: Answer, fromPrevious: boolean): CohortTable[] {
  return answer.by === 'contract'
    ? tablesOfContracts(answer.contracts, fromPrevious)
    : tableOfActivity(answer.activity, fromPrevious);
}

/** Whether persons are followed and no source tells of any. */
export const lacksPersons = (answer: Answer) => answer.by === 'activity' && answer.activity.cohorts === null;
