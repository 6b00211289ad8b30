import { AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { Area, LinePath } from '@visx/shape';
import { PANEL_MARGIN } from '../../../shared/charts/day-panel';
import type { RiskDay } from '../../../shared/risk/answers';
import { Picked, RISK_RIGHT } from './health-panel';
import classes from './risk-panels.module.css';
import { type Layer, type Span, stackOf } from './risk-parts';

interface Props {
  days: readonly RiskDay[];
  layers: readonly Layer[];
  width: number;
  height: number;
  cursor: number | null;
  picked: Span | undefined;
}

const LEAST_HEIGHT_FOR_NUMBER = 11;

/** What each part adds to the health, put on each other, and the health as their sum. Draws only. */
export function ContributionPanel({ days, layers, width, height, cursor, picked }: Props) {
  if (days.length === 0 || width < PANEL_MARGIN.left + RISK_RIGHT + 20) {
    return <svg width={width} height={height} aria-hidden="true" />;
  }
  const [top, bottom] = [PANEL_MARGIN.top, height - 6];
  const right = width - RISK_RIGHT;
  const stack = stackOf(layers);
  const least = Math.min(0, ...stack.flat().map(([from]) => from));
  const most = Math.max(1, ...stack.flat().map(([, to]) => to));
  const x = scaleLinear({ domain: [0, Math.max(1, days.length - 1)], range: [PANEL_MARGIN.left, right] });
  const y = scaleLinear({ domain: [least, most], range: [bottom, top], nice: true });
  const indices = days.map((_, index) => index);
  const isThere = (index: number) => (days[index]?.health ?? null) !== null;
  const last = indices.findLast(isThere) ?? 0;

  return (
    <svg width={width} height={height} aria-hidden="true" className={classes.panel}>
      {y.ticks(4).map((tick) => (
        <line key={tick} x1={PANEL_MARGIN.left} x2={right} y1={y(tick)} y2={y(tick)} className={classes.rule} />
      ))}
      {layers.map(({ name }, layer) => (
        <Area
          key={name}
          data={indices}
          defined={isThere}
          x={(index) => x(index)}
          y0={(index) => y(stack[layer]?.[index]?.[0] ?? 0)}
          y1={(index) => y(stack[layer]?.[index]?.[1] ?? 0)}
          className={classes.layer}
          data-layer={layer}
        />
      ))}
      <LinePath
        data={indices}
        defined={isThere}
        x={(index) => x(index)}
        y={(index) => y(days[index]?.health ?? 0)}
        className={classes.sum}
      />
      {layers.map(({ name }, layer) => {
        const [from, to] = stack[layer]?.[last] ?? [0, 0];
        return y(from) - y(to) < LEAST_HEIGHT_FOR_NUMBER ? null : (
          <text key={name} x={x(last) + 8} y={(y(from) + y(to)) / 2 + 4} className={classes.number}>
            {layer + 1}
          </text>
        );
      })}
      <Picked picked={picked} x={x} top={top} bottom={bottom} />
      {cursor !== null && <line x1={x(cursor)} x2={x(cursor)} y1={top} y2={bottom} className={classes.cursor} />}
      <line x1={PANEL_MARGIN.left} x2={right} y1={y(0)} y2={y(0)} className={classes.base} />
      <AxisLeft
        scale={y}
        left={PANEL_MARGIN.left}
        numTicks={4}
        hideAxisLine
        hideTicks
        tickClassName={classes.tick}
        tickLabelProps={{ textAnchor: 'end', dx: -6, dy: 3.5, fill: 'currentColor', fontSize: 11 }}
      />
    </svg>
  );
}
