import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import type { CustomerUser } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { ChartFrame } from '../../shared/charts/chart-frame';
import { useOpenExplanation } from '../../shared/explain/use-open-explanation';
import { formatDay } from '../../shared/format/dates';
import { addDays } from '../../shared/format/days';
import { countOf, NOTHING } from '../../shared/format/numbers';
import { Message } from '../../shared/ui/message';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { SelectField } from '../../shared/ui/select-field';
import { oneOf } from '../../shared/url/search-values';
import { type Order, ORDERS } from './engagement-search';
import classes from './people-strip.module.css';
import { sortPeople } from './sort-people';
import { MOST_PEOPLE, usePeople, usePeopleWeeks } from './use-people-weeks';
import { figureOfWeek, type Week } from './weeks-of';

interface Props {
  standpoint: StandpointQuery;
  customerId: string;
  order: Order;
  onOrder: (order: Order | undefined) => void;
}

const ORDER_WORDS: Record<Order, string> = {
  steady: 'Steadiest first',
  level: 'Furthest first',
  recent: 'Latest first',
};

/** The people of a customer, week by week: who is there, how steadily, and how far they have come. */
export function PeopleStrip({ standpoint, customerId, order, onOrder }: Props) {
  const people = usePeople(standpoint, customerId);
  const sorted = sortPeople(people.data?.users ?? [], order);
  const { weeks, perWeek, error } = usePeopleWeeks(
    standpoint,
    customerId,
    (people.data?.users ?? []).map(({ userId }) => userId),
  );
  if (people.isError) {
    return <ProblemMessage error={people.error} onRetry={() => void people.refetch()} />;
  }
  if (people.data === undefined) {
    return <Skeleton height="24rem" radius="md" role="status" aria-label="Loading the people" />;
  }
  if (sorted.length === 0) {
    return (
      <Message title="No people are known here">
        <p>Nobody of this customer was invited or seen up to this day, or its source tells totals of days only.</p>
      </Message>
    );
  }
  if (error !== null) {
    return <ProblemMessage error={error} />;
  }
  return (
    <ChartFrame
      title="People by week"
      description={
        <>
          Active days of each week of seven, back from {formatDay(standpoint.asOf)}: the deeper, the more of the seven
          days.{' '}
          {people.data.nextCursor !== null && (
            <>
              The first {MOST_PEOPLE} people;{' '}
              <Link to="/customers/$customerId" params={{ customerId }} search={{ tab: 'users' }}>
                all of them
              </Link>
              .
            </>
          )}
        </>
      }
      table={{
        header: ['Person', ...weeks.map(({ from }) => from), 'Training', 'Level'],
        rows: sorted.map(({ userId, training, level }) => [
          userId,
          ...weeks.map((_, index) => perWeek.get(userId)?.[index] ?? null),
          training,
          level,
        ]),
      }}
      fileName={`people-${customerId}`}
    >
      <div>
        <SelectField
          inline
          label="Sort"
          value={order}
          onChange={(value) => onOrder(oneOf(ORDERS, value))}
          options={ORDERS.map((value) => ({ value, label: ORDER_WORDS[value] }))}
        />
      </div>
      <Strip people={sorted} weeks={weeks} perWeek={perWeek} />
    </ChartFrame>
  );
}

interface StripProps {
  people: readonly CustomerUser[];
  weeks: readonly Week[];
  perWeek: ReadonlyMap<string, readonly number[]>;
}

const MOVES: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function Strip({ people, weeks, perWeek }: StripProps) {
  const open = useOpenExplanation();
  const [place, setPlace] = useState('0.0');
  const followKey = (event: KeyboardEvent<HTMLTableElement>) => {
    const move = MOVES[event.key];
    const [row = 0, column = 0] = place.split('.').map(Number);
    const next = move && `${row + move[0]}.${column + move[1]}`;
    const cell = next && event.currentTarget.querySelector<HTMLElement>(`[data-place="${next}"]`);
    if (cell) {
      event.preventDefault();
      cell.focus();
    }
  };
  return (
    <div className={classes.scroll}>
      {/* The cells inside are buttons; the table only moves the focus from one to the next. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table className={classes.strip} aria-label="Active days by week" onKeyDown={followKey}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            {weeks.map(({ from }, index) => (
              <th key={from} scope="col" aria-label={`Week from ${formatDay(from)}`}>
                {index % 4 === 0 ? from.slice(5) : ''}
              </th>
            ))}
            <th scope="col">Training</th>
            <th scope="col">Level</th>
            <th scope="col">Consistency</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person, row) => (
            <tr key={person.userId}>
              <th scope="row" title={person.userId}>
                {person.userId}
              </th>
              {weeks.map((week, column) => {
                const days = perWeek.get(person.userId)?.[column];
                const key = `${row}.${column}`;
                return (
                  <td key={week.from}>
                    {days !== undefined && (
                      <button
                        type="button"
                        style={{ '--share': days / 7 } as React.CSSProperties}
                        data-place={key}
                        data-figure={days}
                        data-formula="users.active-days"
                        aria-haspopup="dialog"
                        tabIndex={place === key ? 0 : -1}
                        onFocus={() => setPlace(key)}
                        onClick={() => open(figureOfWeek(person.activeDays.explain, days, week))}
                      >
                        {days}
                        <span className="hidden-text">
                          {' '}
                          {days === 1 ? 'day' : 'days'} of {person.userId}, {formatDay(week.from)} to{' '}
                          {formatDay(addDays(week.to, -1))}, show events
                        </span>
                      </button>
                    )}
                  </td>
                );
              })}
              <td className={classes.word}>{person.training}</td>
              <td className={classes.word}>{person.level ?? NOTHING}</td>
              <td className={classes.word}>{person.consistency}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hidden-text">{countOf(people.length, 'person', 'people')}</p>
    </div>
  );
}
