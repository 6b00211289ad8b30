import { SegmentedControl } from '@mantine/core';
import { oneOf } from '../../shared/url/search-values';
import { SearchField } from '../../shared/ui/search-field';
import { SelectField } from '../../shared/ui/select-field';
import classes from './portfolio-filters.module.css';
import {
  parseSort,
  SORT_KEYS,
  sortAfterChoosing,
  STATUSES,
  stringifySort,
  type PortfolioSearch,
} from './portfolio-search';
import type { SortKey } from './portfolio-search';

const STATUS_WORDS = { all: 'All', live: 'Live', churned: 'Churned' } as const;

const SORT_WORDS: Record<SortKey, string> = {
  name: 'Name',
  status: 'Status',
  plan: 'Plan',
  seats: 'Seats',
  monthlyRevenue: 'Revenue',
  lastActiveOn: 'Last activity',
  usage28: 'Use in 28 days',
  renewsOn: 'Renewal',
  registeredOn: 'Registration',
};

interface Props {
  filters: PortfolioSearch;
  plans: readonly string[];
  /** Cards have no header to sort by, so the order is chosen here. */
  withSort: boolean;
  onChange: (change: PortfolioSearch) => void;
}

/** The filters above the list. Each change goes to the address first and comes back from there. */
export function PortfolioFilters({ filters, plans, withSort, onChange }: Props) {
  const sort = parseSort(filters.sort);
  return (
    <search className={classes.filters} aria-label="Filter customers">
      <SearchField
        label="Search"
        placeholder="Name or id"
        value={filters.search ?? ''}
        onCommit={(search) => onChange({ search: search === '' ? undefined : search })}
      />
      <div className={classes.status}>
        <span id="status-filter">Status</span>
        <SegmentedControl
          aria-labelledby="status-filter"
          value={filters.status ?? 'all'}
          onChange={(value) => onChange({ status: oneOf(STATUSES, value) })}
          data={STATUSES.map((status) => ({ value: status, label: STATUS_WORDS[status] }))}
        />
      </div>
      <SelectField
        label="Plan"
        value={filters.plan ?? ''}
        onChange={(plan) => onChange({ plan: plan === '' ? undefined : plan })}
        options={[
          { value: '', label: 'All plans' },
          // A plan from the address that nobody has on this day must still be shown as chosen.
          ...[...new Set([...plans, ...(filters.plan === undefined ? [] : [filters.plan])])].map((plan) => ({
            value: plan,
            label: plan,
          })),
        ]}
      />
      {withSort && (
        <SelectField
          label="Sort by"
          value={stringifySort(sort)}
          onChange={(value) => onChange({ sort: value })}
          options={SORT_KEYS.flatMap((key) => {
            const first = sortAfterChoosing(key, { key: key === 'name' ? 'plan' : 'name', descending: false });
            return [first, { key, descending: !first.descending }].map((option) => ({
              value: stringifySort(option),
              label: `${SORT_WORDS[key]} ${option.descending ? '↓' : '↑'}`,
            }));
          })}
        />
      )}
    </search>
  );
}
