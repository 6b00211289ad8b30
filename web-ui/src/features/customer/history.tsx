import { Button, Skeleton } from '@mantine/core';
import { daysLate, formatDay } from '../../shared/format/dates';
import { countOf } from '../../shared/format/numbers';
import { Message } from '../../shared/ui/message';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { SelectField } from '../../shared/ui/select-field';
import { isImported } from './describe-event';
import { wordsOf } from '../../shared/format/event-words';
import { HistoryEntry } from './history-entry';
import classes from './history.module.css';
import { useHistory } from './use-history';

interface Props {
  customerId: string;
  asOf: string | undefined;
  type: string | undefined;
  onType: (type: string | undefined) => void;
}

/** The history of a customer as a list of its events, newest first. */
export function History({ customerId, asOf, type, onType }: Props) {
  const history = useHistory(customerId, asOf, type);
  const events = history.data?.pages.flatMap((page) => page.events) ?? [];
  const types = history.data?.pages[0]?.types ?? [];
  const lateImport = events.find((event) => isImported(event) && daysLate(event.occurredAt, event.recordedAt) >= 1);

  return (
    <section className={classes.history} aria-labelledby="history">
      <div className={classes.head}>
        <div>
          <h2 id="history">History</h2>
          <p className="quiet">
            Newest first.{' '}
            {lateImport !== undefined &&
              `Imported on ${formatDay(lateImport.recordedAt.slice(0, 10))}, so recorded later than it happened.`}
          </p>
        </div>
        <SelectField
          label="Type of event"
          value={type ?? ''}
          onChange={(chosen) => onType(chosen === '' ? undefined : chosen)}
          options={[
            { value: '', label: 'All types' },
            ...[...new Set([...types, ...(type === undefined ? [] : [type])])].map((name) => ({
              value: name,
              label: wordsOf(name),
            })),
          ]}
        />
      </div>
      {history.isError && events.length === 0 ? (
        <ProblemMessage error={history.error} onRetry={() => void history.refetch()} />
      ) : history.data === undefined ? (
        <div role="status" aria-label="Loading the history" className={classes.skeleton}>
          {Array.from({ length: 10 }, (_, index) => (
            <Skeleton key={index} height="2rem" radius="sm" />
          ))}
        </div>
      ) : events.length === 0 ? (
        <Message title="No such event">
          <p>This customer has no event of this type up to this day.</p>
          {type !== undefined && (
            <Button variant="default" onClick={() => onType(undefined)}>
              Show all types
            </Button>
          )}
        </Message>
      ) : (
        <>
          <ol className={classes.list} aria-label="Events" aria-busy={history.isPlaceholderData}>
            {events.map((event) => (
              <HistoryEntry key={event.eventId} event={event} />
            ))}
          </ol>
          {history.isFetchNextPageError && (
            <ProblemMessage error={history.error} onRetry={() => void history.fetchNextPage()} />
          )}
          <div className={classes.more}>
            {history.hasNextPage && (
              <Button
                variant="default"
                loading={history.isFetchingNextPage}
                onClick={() => void history.fetchNextPage()}
              >
                Load older
              </Button>
            )}
            <p className="quiet" role="status">
              {countOf(events.length, 'event', 'events')} shown{history.hasNextPage ? '' : ', the whole history'}
            </p>
          </div>
        </>
      )}
    </section>
  );
}
