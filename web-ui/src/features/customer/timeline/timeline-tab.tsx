import { Button, Skeleton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Timeline } from '../../../shared/api/types';
import { ChartFrame } from '../../../shared/charts/chart-frame';
import { formatDay } from '../../../shared/format/dates';
import { addDays } from '../../../shared/format/days';
import { wordsOf } from '../../../shared/format/event-words';
import { countOf } from '../../../shared/format/numbers';
import { Message } from '../../../shared/ui/message';
import { ProblemMessage } from '../../../shared/ui/problem-message';
import { SearchField } from '../../../shared/ui/search-field';
import { SelectField } from '../../../shared/ui/select-field';
import { oneOf } from '../../../shared/url/search-values';
import type { TabProps } from '../tab-props';
import { binsOf, type Window } from './brush';
import { dayOfTime } from './describe-item';
import { ItemDetails } from './item-details';
import { TimelineBrush } from './timeline-brush';
import { namesWidth, TimelineChart } from './timeline-chart';
import { TimelineLegend } from './timeline-legend';
import { itemsMatching, itemsOf, itemsWithin, lateIsTheRule, marksInWords, whatInWords } from './timeline-items';
import { TimelineList } from './timeline-list';
import { LANES, type TimelineSearch } from './timeline-search';
import classes from './timeline-tab.module.css';
import { useTimeline } from './use-timeline';

const route = getRouteApi('/customers/$customerId');
const DAY = 86_400_000;
const BINS = 160;

/** The life of a customer in lanes, on one axis of time. */
export function TimelineTab({ customerId, standpoint }: TabProps) {
  const timeline = useTimeline(customerId, standpoint);
  if (timeline.isError && timeline.data === undefined) {
    return <ProblemMessage error={timeline.error} onRetry={() => void timeline.refetch()} />;
  }
  if (timeline.data === undefined) {
    return <Skeleton height="46rem" radius="md" role="status" aria-label="Loading the timeline" />;
  }
  return <Life timeline={timeline.data} />;
}

function Life({ timeline }: { timeline: Timeline }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { ref, width } = useElementSize();
  const [draft, setDraft] = useState<Window>();
  const items = useMemo(() => itemsOf(timeline), [timeline]);
  const { lane, what, words } = search;
  const matching = useMemo(() => itemsMatching(items, { lane, what, words }), [items, lane, what, words]);
  const whole = useMemo(() => wholeOf(timeline), [timeline]);
  const bins = useMemo(() => (whole === undefined ? [] : binsOf(timesOf(timeline), whole, BINS)), [timeline, whole]);
  const change = (changed: TimelineSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...changed }), replace: true, resetScroll: false });

  if (whole === undefined) {
    return (
      <Message title="Nothing yet">
        <p>Nothing happened to this customer up to this day, as far as was known.</p>
      </Message>
    );
  }
  const committed = {
    from: search.from === undefined ? whole.from : Math.max(whole.from, Date.parse(search.from)),
    to: search.to === undefined ? whole.to : Math.min(whole.to, Date.parse(search.to)),
  };
  const shown = draft ?? (committed.from < committed.to ? committed : whole);
  const within = itemsWithin(matching, shown.from, shown.to);
  const tagLate = !lateIsTheRule(items);
  const chosen = items.find(({ key }) => key === search.item);
  const lanes = timeline.lanes.filter((one) => lane === undefined || one.lane === lane);
  const show = (window: Window) => {
    setDraft(undefined);
    change({
      from: window.from <= whole.from ? undefined : dayOfTime(window.from),
      to: window.to >= whole.to ? undefined : dayOfTime(window.to + DAY - 1),
    });
  };

  return (
    <div className={classes.tab}>
      <div className={classes.tools}>
        <SelectField
          label="Lane"
          value={lane ?? ''}
          onChange={(value) => change({ lane: oneOf(LANES, value) })}
          options={[{ value: '', label: 'All' }, ...LANES.map((value) => ({ value, label: wordsOf(value) }))]}
        />
        <SelectField
          label="Kind"
          value={what ?? ''}
          onChange={(value) => change({ what: value === '' ? undefined : value })}
          options={[
            { value: '', label: 'All' },
            ...[...new Set(items.map((item) => item.what))]
              .toSorted((a, b) => a.localeCompare(b))
              .map((value) => ({ value, label: whatInWords(value) })),
          ]}
        />
        <SearchField
          label="Text"
          placeholder="words, -without, /pattern/"
          value={words ?? ''}
          onCommit={(text) => change({ words: text === '' ? undefined : text })}
        />
        <div className={classes.presets}>
          <Button size="xs" variant="default" onClick={() => show(whole)}>
            All
          </Button>
          <Button size="xs" variant="default" onClick={() => show({ from: whole.from, to: whole.from + 90 * DAY })}>
            First 90 days
          </Button>
          <Button size="xs" variant="default" onClick={() => show({ from: whole.to - 90 * DAY, to: whole.to })}>
            Last 90 days
          </Button>
        </div>
      </div>
      <ChartFrame
        title="Timeline"
        description={
          <>
            {formatDay(dayOfTime(shown.from))} to {formatDay(dayOfTime(shown.to - 1))}.{' '}
            {!tagLate && 'Nearly all of it was recorded later than it happened, as by an import.'}
          </>
        }
        table={{
          header: ['Lane', 'What', 'From', 'To', 'State', 'Recorded days later', 'Events'],
          rows: within
            .toReversed()
            .map((item) => [
              item.lane,
              item.title,
              dayOfTime(item.start),
              item.end === null ? null : dayOfTime(item.end),
              marksInWords(item),
              item.daysLate,
              item.positions.length,
            ]),
        }}
        fileName={`timeline-${timeline.customerId}`}
      >
        <TimelineLegend tagLate={tagLate} />
        <div ref={ref} className={classes.chart}>
          <div style={{ marginLeft: namesWidth(width), marginRight: 8 }}>
            <TimelineBrush
              whole={whole}
              shown={shown}
              bins={bins}
              width={Math.max(0, width - namesWidth(width) - 10)}
              onDraft={setDraft}
              onCommit={show}
            />
          </div>
          {width > 0 && (
            <TimelineChart
              lanes={lanes}
              items={matching}
              from={shown.from}
              to={shown.to}
              now={Math.min(whole.to, Date.parse(`${addDays(timeline.asOf, 1)}T00:00:00Z`))}
              width={width}
              alone={lane !== undefined}
              chosen={chosen?.key}
              tagLate={tagLate}
              onChoose={(item) => change({ item })}
            />
          )}
        </div>
      </ChartFrame>
      {chosen !== undefined && <ItemDetails item={chosen} onClose={() => change({ item: undefined })} />}
      <p role="status" className={classes.count}>
        {countOf(within.length, 'bar or point', 'bars and points')} in the window
      </p>
      {within.length > 0 ? (
        <TimelineList items={within} chosen={chosen?.key} tagLate={tagLate} onChoose={(item) => change({ item })} />
      ) : (
        <Message title="Nothing in the window">
          <p>Widen the window, or search for something else.</p>
        </Message>
      )}
    </div>
  );
}

function timesOf({ lanes }: Timeline): number[] {
  return lanes.flatMap(({ bars, points, density }) => [
    ...bars.map(({ start }) => Date.parse(start)),
    ...points.map(({ occurredAt }) => Date.parse(occurredAt)),
    ...(density?.bins ?? []).map(({ from }) => Date.parse(from)),
  ]);
}

/** From the first that happened to the end of the day asked about; the axis goes no further than the data. */
function wholeOf(timeline: Timeline): Window | undefined {
  const first = timesOf(timeline).reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
  const end = Date.parse(`${addDays(timeline.asOf, 1)}T00:00:00Z`);
  return Number.isFinite(first) && first < end ? { from: Math.floor(first / DAY) * DAY, to: end } : undefined;
}
