import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { countOf } from '../../shared/format/numbers';
import { LoadMore } from '../../shared/ui/load-more';
import { Message } from '../../shared/ui/message';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { SelectField } from '../../shared/ui/select-field';
import { oneOf } from '../../shared/url/search-values';
import { LEVELS, TICKET_STATES } from './customer-search';
import { SupportFigures } from './support-figures';
import classes from './tab.module.css';
import type { TabProps } from './tab-props';
import { TicketTable } from './ticket-table';
import { useTickets } from './use-tickets';

const route = getRouteApi('/customers/$customerId');

/** What the customer asks for help with: counted by level and age, and ticket by ticket. */
export function SupportTab({ customerId, standpoint }: TabProps) {
  const { tickets: state, level } = route.useSearch();
  const navigate = route.useNavigate();
  const tickets = useTickets(customerId, standpoint, { tickets: state, level });
  const [first] = tickets.data?.pages ?? [];
  const change = (filter: object) =>
    void navigate({ search: (previous) => ({ ...previous, ...filter }), replace: true, resetScroll: false });
  return (
    <div className={classes.tab}>
      <SupportFigures customerId={customerId} standpoint={standpoint} />
      <div className={classes.tools}>
        <SelectField
          label="State"
          value={state ?? ''}
          onChange={(value) => change({ tickets: oneOf(TICKET_STATES, value) })}
          options={[
            { value: '', label: 'All' },
            { value: 'open', label: 'Open' },
            { value: 'settled', label: 'Settled' },
          ]}
        />
        <SelectField
          label="Level"
          value={level ?? ''}
          onChange={(value) => change({ level: oneOf(LEVELS, value) })}
          options={[{ value: '', label: 'All' }, ...LEVELS.map((value) => ({ value, label: value }))]}
        />
        <p role="status">{first !== undefined && countOf(first.total, 'ticket', 'tickets')}</p>
      </div>
      {tickets.isError && first === undefined ? (
        <ProblemMessage error={tickets.error} onRetry={() => void tickets.refetch()} />
      ) : first === undefined ? (
        <Skeleton height="24rem" radius="md" role="status" aria-label="Loading the tickets" />
      ) : first.total === 0 ? (
        <Message title="No ticket">
          <p>There is none of this kind up to this day.</p>
        </Message>
      ) : (
        <>
          <TicketTable
            tickets={tickets.data?.pages.flatMap((page) => page.tickets) ?? []}
            busy={tickets.isPlaceholderData}
          />
          <LoadMore query={tickets}>Load older</LoadMore>
        </>
      )}
    </div>
  );
}
