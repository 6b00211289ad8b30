import { SegmentedControl } from '@mantine/core';
import type { SegmentRow } from '../../shared/api/types';
import { STAGE_WORDS } from '../../shared/customer/stage-words';
import { oneOf } from '../../shared/url/search-values';
import { SearchField } from '../../shared/ui/search-field';
import { SelectField } from '../../shared/ui/select-field';
import classes from './portfolio-filters.module.css';
import {
  parseSort,
  SORT_KEYS,
  type SortKey,
  sortAfterChoosing,
  STAGES,
  STATUSES,
  stringifySort,
  type PortfolioSearch,
} from './portfolio-search';

const STATUS_WORDS = { all: 'All', live: 'Live', churned: 'Churned' } as const;

const SORT_WORDS: Record<SortKey, string> = {
  name: 'Name',
  status: 'Status',
  stage: 'Stage',
  stageDays: 'Days in stage',
  health: 'Health',
  risk: 'Risk',
  riskChange: 'Change of risk',
  usage28: 'Use in 28 days',
  activeShare: 'Active ÷ sold',
  activityGapMoney: 'Paid for not active',
  trainingGapMoney: 'Paid for not trained',
  renewsOn: 'Renewal',
  monthlyRevenue: 'Revenue',
  topDriver: 'Held down by',
  owner: 'Owner',
  rating: 'Judgement',
  plan: 'Plan',
  seats: 'Seats',
  lastActiveOn: 'Last activity',
  registeredOn: 'Registration',
};

interface Props {
  filters: PortfolioSearch;
  plans: readonly string[];
  segments: readonly SegmentRow[];
  /** Owners to suggest; any can be typed. */
  owners: readonly string[];
  /** Cards have no header to sort by, so the order is chosen here. */
  withSort: boolean;
  onChange: (change: PortfolioSearch) => void;
}

const orNone = (text: string) => (text === '' ? undefined : text);

/** The filters above the list. Each change goes to the address first and comes back from there. */
export function PortfolioFilters({ filters, plans, segments, owners, withSort, onChange }: Props) {
  const sort = parseSort(filters.sort);
  return (
    <search className={classes.filters} aria-label="Filter customers">
      <SearchField
        label="Search"
        placeholder="Name or id"
        value={filters.search ?? ''}
        onCommit={(search) => onChange({ search: orNone(search) })}
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
        label="Stage"
        value={filters.stage ?? ''}
        onChange={(stage) => onChange({ stage: oneOf(STAGES, stage) })}
        options={[
          { value: '', label: 'All stages' },
          ...STAGES.map((stage) => ({ value: stage, label: STAGE_WORDS[stage] })),
        ]}
      />
      <SelectField
        label="Plan"
        value={filters.plan ?? ''}
        onChange={(plan) => onChange({ plan: orNone(plan) })}
        options={[
          { value: '', label: 'All plans' },
          ...withChosen(
            plans.map((plan) => ({ value: plan, label: plan })),
            filters.plan,
          ),
        ]}
      />
      {(segments.length > 0 || filters.segment !== undefined) && (
        <SelectField
          label="Segment"
          value={filters.segment ?? ''}
          onChange={(segment) => onChange({ segment: orNone(segment) })}
          options={[
            { value: '', label: 'All customers' },
            ...withChosen(
              segments.map(({ segmentId, name }) => ({ value: segmentId, label: name })),
              filters.segment,
            ),
          ]}
        />
      )}
      <SearchField
        label="Owner"
        placeholder="Anybody"
        value={filters.owner ?? ''}
        suggestions={owners}
        onCommit={(owner) => onChange({ owner: orNone(owner) })}
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

interface Option {
  value: string;
  label: string;
}

/** What the address chose must be shown as chosen, also where nobody has it on this day. */
function withChosen(options: readonly Option[], chosen: string | undefined): readonly Option[] {
  return chosen === undefined || options.some(({ value }) => value === chosen)
    ? options
    : [...options, { value: chosen, label: chosen }];
}
