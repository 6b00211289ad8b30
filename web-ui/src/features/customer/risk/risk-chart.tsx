import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Term } from '../../../shared/api/types';
import { ChartFrame } from '../../../shared/charts/chart-frame';
import { DayCursor } from '../../../shared/charts/day-cursor';
import { formatDay } from '../../../shared/format/dates';
import type { RiskTimeline } from '../../../shared/risk/answers';
import { formatPoints, signalName } from '../../../shared/risk/risk-words';
import { ContributionPanel } from './contribution-panel';
import { describeRisk } from './describe-risk';
import { HealthPanel, RISK_RIGHT, type Vertical } from './health-panel';
import { LossPanel } from './loss-panel';
import classes from './risk-chart.module.css';
import panels from './risk-panels.module.css';
import { casesOpen, layersOf, spanIn } from './risk-parts';

interface Props {
  line: RiskTimeline;
  terms: readonly Term[];
  /** The health as it was known on the days themselves, where that is shown. */
  seen: readonly (number | null)[] | undefined;
  /** The two days that are compared. */
  from: string;
  to: string;
  onPick: (from: string, to: string) => void;
}

/** What is drawn from top to bottom: ends of terms, notices, the loss, and models that were published. */
function verticalsOf(line: RiskTimeline, terms: readonly Term[]): Vertical[] {
  const placeOf = (day: string) => line.days.findIndex((other) => other.day === day);
  const pins = line.recorded.map(({ type, day, words }) => ({
    at: placeOf(day),
    word: type === 'license.notice-given' ? 'Notice' : words,
    kind: type === 'license.notice-given' ? ('notice' as const) : ('left' as const),
    shown: type === 'license.notice-given' || type.startsWith('customer.'),
  }));
  const ends = [...new Set(terms.map(({ endsOn }) => endsOn))].map((day) => ({
    at: placeOf(day),
    word: 'Term ends',
    kind: 'renewal' as const,
    shown: true,
  }));
  const models = line.marks.map(({ day, name }) => ({
    at: placeOf(day),
    word: `Model ${name}`,
    kind: 'model' as const,
    shown: true,
  }));
  return [...pins, ...ends, ...models].filter(({ at, shown }) => shown && at >= 0);
}

/** Health, probability of loss, and what the health is made of, on one axis of days; two days can be picked on it. */
export function RiskChart({ line, terms, seen, from, to, onPick }: Props) {
  const { ref, width } = useElementSize();
  const [cursor, setCursor] = useState<number | null>(null);
  // A pick is under way from this place on: by a pointer that is down, or by a key.
  const [started, setStarted] = useState<number>();
  const at = useRef(0);
  const { days, model, recorded } = line;
  const layers = useMemo(() => layersOf(line), [line]);
  const verticals = useMemo(() => verticalsOf(line, terms), [line, terms]);
  const flags = useMemo(
    () => line.flags.map((flag) => spanIn(days, flag.raisedOn, flag.clearedOn)).filter((span) => span !== undefined),
    [line.flags, days],
  );
  const cases = casesOpen(recorded)
    .map((time) => spanIn(days, time.from, time.to))
    .filter((span) => span !== undefined);
  const interventions = recorded
    .filter(({ type }) => type === 'case.intervention-logged')
    .map(({ day }) => days.findIndex((other) => other.day === day))
    .filter((place) => place >= 0);
  const shown = cursor ?? days.length - 1;
  const read = days[shown];
  const picked =
    started !== undefined && cursor !== null
      ? { from: Math.min(started, cursor), to: Math.max(started, cursor), open: false }
      : spanIn(days, from, to);

  const moveTo = (index: number) => {
    at.current = index;
    setCursor(index);
  };
  const finish = () => {
    const [first, last] = [days[Math.min(started ?? 0, at.current)], days[Math.max(started ?? 0, at.current)]];
    if (started !== undefined && first !== undefined && last !== undefined && first !== last) {
      onPick(first.day, last.day);
    }
    setStarted(undefined);
  };
  const followKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (started === undefined) {
        setStarted(shown);
        at.current = shown;
      } else {
        finish();
      }
    } else if (event.key === 'Escape') {
      setStarted(undefined);
    }
  };

  return (
    <ChartFrame
      title="Health and its reasons"
      description={
        <>
          {formatDay(days[0]?.day ?? null)} to {formatDay(days.at(-1)?.day ?? null)}, at the end of each day. 100 is
          healthy. Drag over the days, or press Enter on the first and on the last, to see what changed between them.
        </>
      }
      table={{
        header: [
          'Day',
          'Health',
          'Band',
          'Probability of loss',
          'Signals with data',
          ...(seen === undefined ? [] : ['Health as known then']),
          ...line.parts.map(({ signal }) => signalName(signal)),
        ],
        rows: days
          .map((day, index) => [
            day.day,
            day.health,
            day.band,
            day.risk,
            `${day.withData} of ${day.of}`,
            ...(seen === undefined ? [] : [seen[index] ?? null]),
            ...line.parts.map((_, part) => (day.health === null ? null : (day.contributions[part] ?? null))),
          ])
          .toReversed(),
      }}
      fileName={`risk-${line.customerId}`}
    >
      {/* The slider inside takes focus and keys; what bubbles up from it picks days. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={ref}
        className={classes.chart}
        onPointerDown={() => setStarted(at.current)}
        onPointerUp={finish}
        onPointerLeave={() => setStarted(undefined)}
        onKeyDown={followKey}
      >
        <DayCursor
          label="Health and its reasons"
          count={days.length}
          width={width}
          right={RISK_RIGHT}
          cursor={cursor}
          onCursor={moveTo}
          describe={(index) => (days[index] === undefined ? '' : describeRisk(days[index], recorded))}
        >
          <p className={classes.label}>
            Health <span className={classes.threshold}>┅ flag below {model.raiseAt}</span>
            {flags.length > 0 && <span className={classes.threshold}>⚑ flagged</span>}
            {seen !== undefined && <span className={classes.seen}>┅ as it was known on the day</span>}
          </p>
          <HealthPanel
            days={days}
            model={model}
            seen={seen}
            flags={flags}
            verticals={verticals}
            width={width}
            height={270}
            cursor={cursor}
            picked={picked}
          />
          <p className={classes.label}>
            Probability of loss within {model.horizonDays} days
            {cases.length > 0 && <span className={classes.seen}>▬ case open</span>}
            {interventions.length > 0 && <span className={classes.done}>○ intervention</span>}
          </p>
          <LossPanel
            days={days}
            cases={cases}
            interventions={interventions}
            width={width}
            height={110}
            cursor={cursor}
            picked={picked}
          />
          <p className={classes.label}>What the health is made of, in points</p>
          <ContributionPanel days={days} layers={layers} width={width} height={220} cursor={cursor} picked={picked} />
        </DayCursor>
      </div>
      <p className={classes.read} aria-live="off">
        {read !== undefined && describeRisk(read, recorded)}
        {started !== undefined && ` – comparing from ${formatDay(days[started]?.day ?? null)}`}
      </p>
      <ol className={panels.legend} aria-label={`Points on ${formatDay(read?.day ?? null)}`}>
        {layers.map(({ name, values }, layer) => (
          <li key={name} data-layer={layer}>
            <b>{layer + 1}</b>
            <span>{name}</span>
            <span>{read?.health === null ? '–' : formatPoints(values[shown] ?? 0)}</span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}
