import { Skeleton } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Engagement } from '../../shared/api/types';
import { useProjections } from '../../shared/api/use-projections';
import { useStandpoint } from '../../shared/api/use-standpoint';
import { countOf, formatShare } from '../../shared/format/numbers';
import { Choice } from '../../shared/ui/choice';
import { CustomerField } from '../../shared/ui/customer-field';
import { EmptyInstallation } from '../../shared/ui/empty-installation';
import { PageHeading } from '../../shared/ui/page-heading';
import classes from '../../shared/ui/page.module.css';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { ActiveDaysChart } from './active-days-chart';
import { ConsistencyCards } from './consistency-cards';
import { DropOffCard } from './drop-off-card';
import { EngagementFigures } from './engagement-figures';
import type { EngagementSearch } from './engagement-search';
import { LifecycleChart } from './lifecycle-chart';
import { PeopleStrip } from './people-strip';
import { useEngagement } from './use-engagement';

const route = getRouteApi('/engagement');

/** Who uses the product, how steadily, and how their number moves. */
export function EngagementPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const standpoint = useStandpoint();
  const projections = useProjections();
  const engagement = useEngagement(standpoint, search);
  const { data } = engagement;
  const personsKnown = data === undefined || data.users !== null;
  const whose = personsKnown ? (search.whose ?? 'people') : 'accounts';
  const interval = search.interval ?? 'four-weeks';
  const change = (part: EngagementSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), replace: true, resetScroll: false });

  if (data !== undefined && projections.data?.firstOccurredAt === null) {
    return (
      <>
        <PageHeading title="Engagement" />
        <EmptyInstallation />
      </>
    );
  }
  return (
    <div className={classes.page}>
      <PageHeading title="Engagement" lead={data === undefined ? 'Who is there, and how steadily.' : leadOf(data)} />
      <div className={classes.tools}>
        <CustomerField standpoint={standpoint} value={search.customer} onChange={(customer) => change({ customer })} />
        {personsKnown && (
          <Choice
            label="Come and go of"
            value={whose}
            options={[
              { value: 'people', label: 'People' },
              { value: 'accounts', label: 'Accounts' },
            ]}
            onChange={(next) => change({ whose: next })}
          />
        )}
        <Choice
          label="By"
          value={interval}
          options={[
            { value: 'week', label: 'Week' },
            { value: 'four-weeks', label: 'Four weeks' },
          ]}
          onChange={(next) => change({ interval: next })}
        />
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={search.days === 'working'}
            onChange={({ currentTarget }) => change({ days: currentTarget.checked ? 'working' : undefined })}
          />
          Working days only
        </label>
        {search.customer !== undefined && (
          <p>
            <Link to="/customers/$customerId" params={{ customerId: search.customer }} search={{ tab: 'users' }}>
              Breadth and people of {search.customer}
            </Link>
          </p>
        )}
      </div>
      {engagement.isError ? (
        <ProblemMessage error={engagement.error} onRetry={() => void engagement.refetch()} />
      ) : (
        <>
          <EngagementFigures engagement={data} />
          {data === undefined ? (
            <Skeleton height="40rem" radius="md" role="status" aria-label="Loading the engagement" />
          ) : (
            <>
              {search.customer !== undefined && standpoint !== undefined && data.users !== null && (
                <PeopleStrip
                  standpoint={standpoint}
                  customerId={search.customer}
                  order={search.order ?? 'steady'}
                  onOrder={(order) => change({ order })}
                />
              )}
              <LifecycleChart engagement={data} whose={whose} interval={interval} />
              {data.users !== null && <ActiveDaysChart engagement={data} />}
              <ConsistencyCards engagement={data} />
              {data.users !== null && (
                <DropOffCard
                  standpoint={standpoint}
                  customer={search.customer}
                  feature={search.feature}
                  onFeature={(feature) => change({ feature })}
                />
              )}
            </>
          )}
        </>
      )}
    </div>
  );
}

function leadOf({ users, basis }: Engagement): string {
  if (users === null) {
    return 'The sources tell totals of days, so only accounts are seen, not people.';
  }
  const unseen = basis.totals === 0 ? '' : ` ${countOf(basis.totals, 'customer tells', 'customers tell')} totals only.`;
  return `People active in 28 days are there on ${formatShare(users.dailyOfMonthly.value)} of the days.${unseen}`;
}
