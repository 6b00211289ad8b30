import { Skeleton } from '@mantine/core';
import type { CustomerUser } from '../../shared/api/types';
import { FigureButton } from '../../shared/explain/figure-button';
import { formatDay } from '../../shared/format/dates';
import { formatCount, NOTHING } from '../../shared/format/numbers';
import { DataTable, type TableColumn } from '../../shared/ui/data-table';
import { LoadMore } from '../../shared/ui/load-more';
import { Message } from '../../shared/ui/message';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { BreadthCards } from './breadth-cards';
import classes from './tab.module.css';
import type { TabProps } from './tab-props';
import { useUsers } from './use-users';

/** The people of the customer: who is there, how steadily, and how far they have come. */
export function UsersTab({ customerId, standpoint }: TabProps) {
  const users = useUsers(customerId, standpoint);
  const [first] = users.data?.pages ?? [];
  return (
    <div className={classes.tab}>
      <BreadthCards customerId={customerId} standpoint={standpoint} />
      {users.isError && first === undefined ? (
        <ProblemMessage error={users.error} onRetry={() => void users.refetch()} />
      ) : first === undefined ? (
        <Skeleton height="30rem" radius="md" role="status" aria-label="Loading the people" />
      ) : first.users.length === 0 ? (
        <Message title={first.basis === 'totals' ? 'People are not known here' : 'Nobody yet'}>
          <p>
            {first.basis === 'totals'
              ? 'This customer’s source tells totals of days. Send log-ons and uses with user ids to see people.'
              : 'Nobody of this customer was invited or seen up to this day.'}
          </p>
        </Message>
      ) : (
        <>
          <section className={classes.section} aria-labelledby="people">
            <h2 id="people">
              <FigureButton figure={first.known} label="people known" /> people
            </h2>
            <DataTable
              label="People"
              columns={COLUMNS}
              rows={users.data?.pages.flatMap((page) => page.users) ?? []}
              keyOf={({ userId }) => userId}
            />
          </section>
          <LoadMore query={users} />
        </>
      )}
    </div>
  );
}

const COLUMNS: TableColumn<CustomerUser>[] = [
  { header: 'User', cell: (user) => user.userId },
  { header: 'Department', cell: (user) => user.department ?? NOTHING },
  { header: 'Role', cell: (user) => user.role ?? NOTHING },
  { header: 'State', cell: (user) => user.state },
  {
    header: 'Active days of 14',
    number: true,
    cell: (user) => <FigureButton figure={user.activeDays} label={`active days of ${user.userId}`} />,
  },
  {
    header: 'Consistency',
    meaning: 'Active days of the last 14: 9 or more daily, 5 to 8 weekly, 2 to 4 occasional.',
    cell: (user) => user.consistency,
  },
  { header: 'In four weeks', cell: (user) => user.fourWeeks },
  {
    header: 'Level reached',
    meaning: 'Two different features of the level, on two different days.',
    cell: (user) => user.level ?? NOTHING,
  },
  { header: 'Core to advanced, days', number: true, cell: (user) => formatCount(user.daysFromCoreToAdvanced) },
  { header: 'Training', cell: (user) => user.training },
  { header: 'Last active', cell: (user) => formatDay(user.lastActiveOn) },
];
