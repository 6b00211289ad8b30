import { Button, Drawer, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Funnel, FunnelMember, FunnelStep } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { formatDay } from '../../shared/format/dates';
import { ProblemMessage } from '../../shared/ui/problem-message';
import type { Outcome } from './funnel-search';
import { countOfUnit } from './funnel-unit';
import classes from './members-drawer.module.css';
import type { Cohort } from './use-funnel';
import { useMembers } from './use-members';

const TITLES: Record<Outcome, string> = { reached: 'Reached', open: 'Still open', missed: 'Missed' };

interface Props {
  funnelId: string;
  unit: Funnel['unit'];
  step: FunnelStep | undefined;
  outcome: Outcome | undefined;
  standpoint: StandpointQuery | undefined;
  cohort: Cohort;
  onClose: () => void;
}

/** Those behind one part of a bar. */
export function MembersDrawer({ funnelId, unit, step, outcome, standpoint, cohort, onClose }: Props) {
  const open = step !== undefined && outcome !== undefined;
  const members = useMembers(funnelId, step?.index ?? 0, open ? outcome : undefined, standpoint, cohort);
  const rows = members.data?.pages.flatMap((page) => page.members) ?? [];
  const total = members.data?.pages[0]?.total;
  return (
    <Drawer
      opened={open}
      onClose={onClose}
      position="right"
      size="30rem"
      title={open ? `${TITLES[outcome]}: ${step.name}` : ''}
      closeButtonProps={{ 'aria-label': 'Close the list' }}
      classNames={{ title: classes.title, content: classes.content, header: classes.header }}
    >
      {members.isError ? (
        <ProblemMessage error={members.error} onRetry={() => void members.refetch()} />
      ) : outcome === undefined || members.data === undefined ? (
        <div role="status" aria-label="Loading names">
          <Skeleton height="20rem" />
        </div>
      ) : (
        <div className={classes.body}>
          <p className="quiet">
            {countOfUnit(total ?? 0, unit)} · {step?.rule}
          </p>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Customer</th>
                {rows.some((member) => member.userId !== null) && <th scope="col">User</th>}
                <th scope="col">Entered</th>
                {outcome !== 'missed' && <th scope="col">{outcome === 'reached' ? 'Reached' : 'Window closes'}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((member) => (
                <MemberRow key={`${member.customerId} ${member.userId ?? ''}`} member={member} outcome={outcome} />
              ))}
            </tbody>
          </table>
          {members.hasNextPage && (
            <Button variant="default" loading={members.isFetchingNextPage} onClick={() => void members.fetchNextPage()}>
              Load more
            </Button>
          )}
        </div>
      )}
    </Drawer>
  );
}

function MemberRow({ member, outcome }: { member: FunnelMember; outcome: Outcome }) {
  return (
    <tr>
      <th scope="row">
        <Link to="/customers/$customerId" params={{ customerId: member.customerId }}>
          {member.name}
        </Link>
      </th>
      {member.userId !== null && <td>{member.userId}</td>}
      <td>{formatDay(member.enteredOn)}</td>
      {outcome !== 'missed' && <td>{formatDay(outcome === 'reached' ? member.reachedOn : member.closesOn)}</td>}
    </tr>
  );
}
