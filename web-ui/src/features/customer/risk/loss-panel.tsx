import { AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { AreaClosed, LinePath } from '@visx/shape';
import { PANEL_MARGIN } from '../../../shared/charts/day-panel';
import { formatShare } from '../../../shared/format/numbers';
import type { RiskDay } from '../../../shared/risk/answers';
import { Picked, RISK_RIGHT } from './health-panel';
import classes from './risk-panels.module.css';
import type { Span } from './risk-parts';

interface Props {
  days: readonly RiskDay[];
  /** Times with a case open, and days on which something was done about it. */
  cases: readonly Span[];
  interventions: readonly number[];
  width: number;
  height: number;
  cursor: number | null;
  picked: Span | undefined;
}

const LANE = 18;

/** The probability of loss day by day; under it what was done about it, as bars. Draws only. */
export function LossPanel({ days, cases, interventions, width, height, cursor, picked }: Props) {
  if (days.length === 0 || width < PANEL_MARGIN.left + RISK_RIGHT + 20) {
    return <svg width={width} height={height} aria-hidden="true" />;
  }
  const hasLane = cases.length > 0 || interventions.length > 0;
  const top = PANEL_MARGIN.top;
  const floor = height - 6;
  const bottom = hasLane ? floor - LANE : floor;
  const right = width - RISK_RIGHT;
  const x = scaleLinear({ domain: [0, Math.max(1, days.length - 1)], range: [PANEL_MARGIN.left, right] });
  const most = Math.max(0.05, ...days.map(({ risk }) => risk ?? 0));
  const y = scaleLinear({ domain: [0, most], range: [bottom, top], nice: true });
  const indices = days.map((_, index) => index);
  const isThere = (index: number) => (days[index]?.risk ?? null) !== null;
  const yAt = (index: number) => y(days[index]?.risk ?? 0);

  return (
    <svg width={width} height={height} aria-hidden="true" className={classes.panel}>
      {y.ticks(3).map((tick) => (
        <line key={tick} x1={PANEL_MARGIN.left} x2={right} y1={y(tick)} y2={y(tick)} className={classes.rule} />
      ))}
      <AreaClosed data={indices} defined={isThere} x={x} y={yAt} yScale={y} className={classes.loss} />
      <LinePath data={indices} defined={isThere} x={(index) => x(index)} y={yAt} className={classes.lossLine} />
      <Picked picked={picked} x={x} top={top} bottom={bottom} />
      {cases.map((one) => (
        <rect
          key={one.from}
          x={x(one.from)}
          width={Math.max(3, x(one.to) - x(one.from))}
          y={floor - 12}
          height={8}
          rx={2}
          className={classes.case}
          data-open={one.open}
        />
      ))}
      {interventions.map((at, index) => (
        // Several may fall on one day.
        // oxlint-disable-next-line react/no-array-index-key
        <circle key={`${at} ${index}`} cx={x(at)} cy={floor - 8} r="4" className={classes.done} />
      ))}
      {cursor !== null && <line x1={x(cursor)} x2={x(cursor)} y1={top} y2={floor} className={classes.cursor} />}
      <AxisLeft
        scale={y}
        left={PANEL_MARGIN.left}
        numTicks={3}
        hideAxisLine
        hideTicks
        tickFormat={(value) => formatShare(Number(value))}
        tickClassName={classes.tick}
        tickLabelProps={{ textAnchor: 'end', dx: -6, dy: 3.5, fill: 'currentColor', fontSize: 11 }}
      />
    </svg>
  );
}
