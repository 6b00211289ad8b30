import { Button, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useSayModel } from '../../shared/api/page-model';
import { useStandpoint } from '../../shared/api/use-standpoint';
import { saveAsFile, toCsv } from '../../shared/charts/csv';
import { countOf } from '../../shared/format/numbers';
import type { RiskRow } from '../../shared/risk/answers';
import { bandWord } from '../../shared/risk/health-band';
import { RiskBehind } from '../../shared/risk/risk-behind';
import { modelInWords } from '../../shared/risk/risk-words';
import { WorthALook } from '../../shared/risk/worth-a-look';
import { EmptyInstallation } from '../../shared/ui/empty-installation';
import { LoadMore } from '../../shared/ui/load-more';
import { Message } from '../../shared/ui/message';
import { PageHeading } from '../../shared/ui/page-heading';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { SearchField } from '../../shared/ui/search-field';
import { SelectField } from '../../shared/ui/select-field';
import { oneOf } from '../../shared/url/search-values';
import { BandStrip } from './band-strip';
import classes from './risk-page.module.css';
import { type RiskSearch, SORTS, type Sort } from './risk-search';
import { RiskTable } from './risk-table';
import { useRiskList } from './use-risk-list';

const route = getRouteApi('/risk');

const SORT_WORDS: Record<Sort, string> = {
  '-risk': 'Riskiest first',
  health: 'Least healthy first',
  change30: 'Greatest fall in 30 days first',
  '-change30': 'Greatest rise in 30 days first',
  withData: 'Least known of first',
  name: 'Name',
  rating: 'Judged worst first',
};

/** Every customer by its risk on the day, those that moved, and those about whom people and signals disagree. */
export function RiskPage() {
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const standpoint = useStandpoint();
  const { search, band, owner, disagreement, sort } = filters;
  const list = useRiskList(standpoint, { search, band, owner, disagreement, sort });
  const [first] = list.data?.pages ?? [];
  useSayModel(first && modelInWords(first.model));
  const customers = list.data?.pages.flatMap((page) => page.customers) ?? [];
  const change = (filter: RiskSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...filter }), replace: true, resetScroll: false });

  if (list.isError && first === undefined) {
    return (
      <>
        <PageHeading title="Risk" />
        <ProblemMessage error={list.error} onRetry={() => void list.refetch()} />
      </>
    );
  }
  const filtered = [search, band, owner, disagreement].some((filter) => filter !== undefined);
  return (
    <div className={classes.page}>
      <PageHeading title="Risk" lead={first?.model.note ?? 'Every customer by its risk on the day.'} />
      <RiskBehind answer={first} />
      {first === undefined ? (
        <Skeleton height="5.5rem" radius="md" role="status" aria-label="Loading the bands" />
      ) : (
        <BandStrip bands={first.bands} chosen={band} onChoose={(chosen) => change({ band: chosen })} />
      )}
      <WorthALook />
      <div className={classes.tools}>
        <SearchField
          label="Search"
          placeholder="Name or id"
          value={search ?? ''}
          onCommit={(text) => change({ search: text === '' ? undefined : text })}
        />
        <SearchField
          label="Owner"
          placeholder="Exactly as assigned"
          value={owner ?? ''}
          onCommit={(text) => change({ owner: text === '' ? undefined : text })}
        />
        <SelectField
          label="Band"
          value={band ?? ''}
          onChange={(value) => change({ band: value === '' ? undefined : value })}
          options={[
            { value: '', label: 'Any' },
            ...(first?.model.bands ?? []).map((each) => ({
              value: each.band,
              label: `${bandWord(each.band)} (${each.band})`,
            })),
          ]}
        />
        <SelectField
          label="Show"
          value={disagreement ?? ''}
          onChange={(value) => change({ disagreement: oneOf(['true'] as const, value) })}
          options={[
            { value: '', label: 'All' },
            { value: 'true', label: 'Only disagreements' },
          ]}
        />
        <SelectField
          label="Order"
          value={sort ?? '-risk'}
          onChange={(value) => change({ sort: value === '-risk' ? undefined : oneOf(SORTS, value) })}
          options={SORTS.map((value) => ({ value, label: SORT_WORDS[value] }))}
        />
        {customers.length > 0 && (
          <Button
            variant="default"
            size="xs"
            onClick={() => saveAsFile('risk.csv', toCsv(CSV_HEADER, customers.map(asCsv)), 'text/csv;charset=utf-8')}
          >
            CSV<span className="hidden-text">: save the customers shown</span>
          </Button>
        )}
        <p role="status">{first !== undefined && countOf(first.total, 'customer', 'customers')}</p>
      </div>
      {first === undefined ? (
        <Skeleton height="30rem" radius="md" role="status" aria-label="Loading the customers" />
      ) : customers.length > 0 ? (
        <>
          <RiskTable customers={customers} horizonDays={first.model.horizonDays} busy={list.isPlaceholderData} />
          <LoadMore query={list} />
        </>
      ) : filtered ? (
        <Message title="No customer matches">
          <p>Search for something else, or show all bands and owners.</p>
          <Button variant="default" onClick={() => void navigate({ search: {} })}>
            Reset the filters
          </Button>
        </Message>
      ) : (
        <EmptyInstallation />
      )}
    </div>
  );
}

const CSV_HEADER = [
  'Customer',
  'Name',
  'Health',
  'Band',
  'Risk',
  'Change in 30 days',
  'Drivers',
  'Signals with data',
  'Signals',
  'Rating',
  'Disagreement',
  'Owner',
];

const asCsv = (row: RiskRow) => [
  row.customerId,
  row.name,
  row.health,
  row.band,
  row.risk,
  row.change30,
  row.drivers.join(' '),
  row.withData,
  row.of,
  row.rating,
  String(row.disagreement),
  row.owner,
];
