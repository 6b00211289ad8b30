import type { RenewalSums, RevenueAmounts } from '../../shared/api/types';
import type { Column, Tone } from '../../shared/charts/columns';
import type { ExplainableFigure } from '../../shared/explain/explained';

interface Step {
  name: string;
  figure: ExplainableFigure;
  tone: Tone;
  /** Whether it adds to what stands before it or takes from it; a `level` begins at zero. */
  moves: 'up' | 'down' | 'level';
  open?: boolean;
}

/** Steps of a bridge as columns: each that moves floats where the one before ended. */
export function bridge(steps: readonly Step[]): Column[] {
  let at = 0;
  return steps.map(({ name, figure, tone, moves, open = false }) => {
    const from = moves === 'level' ? 0 : at;
    const value = moves === 'down' ? -figure.value : figure.value;
    at = from + value;
    return { key: name, label: name, from, open, parts: [{ name, value, tone, figure }] };
  });
}

/** From what was due to what goes on: lost, renewed for less, still open, kept, and what was won on top. */
export function renewalBridge({ due, lost, downsell, open, kept, expansion }: RenewalSums): Column[] {
  return bridge([
    { name: 'Due', figure: due, tone: 'full', moves: 'level' },
    { name: 'Not renewed', figure: lost, tone: 'gone', moves: 'down' },
    { name: 'Renewed for less', figure: downsell, tone: 'gone', moves: 'down' },
    { name: 'Still open', figure: open, tone: 'soft', moves: 'down', open: open.value > 0 },
    { name: 'Renewed', figure: kept, tone: 'full', moves: 'level' },
    { name: 'Renewed for more', figure: expansion, tone: 'soft', moves: 'up' },
  ]);
}

/** From the revenue of the first day to that of the last. */
export function revenueBridge(amounts: RevenueAmounts): Column[] {
  return bridge([
    { name: 'Start', figure: amounts.start, tone: 'full', moves: 'level' },
    { name: 'Lost', figure: amounts.lost, tone: 'gone', moves: 'down' },
    { name: 'Downsell', figure: amounts.downsell, tone: 'gone', moves: 'down' },
    { name: 'Expansion', figure: amounts.expansion, tone: 'soft', moves: 'up' },
    { name: 'New', figure: amounts.added, tone: 'soft', moves: 'up' },
    { name: 'Won back', figure: amounts.wonBack, tone: 'outline', moves: 'up' },
    { name: 'End', figure: amounts.end, tone: 'full', moves: 'level' },
  ]);
}

/** What came and went in a month: gains upwards, losses downwards. */
export function movementColumn(
  key: string,
  label: string,
  open: boolean,
  { added, wonBack, expansion, downsell, lost }: RevenueAmounts,
): Column {
  return {
    key,
    label,
    open,
    parts: [
      { name: 'expansion', value: expansion.value, tone: 'full', figure: expansion },
      { name: 'new', value: added.value, tone: 'soft', figure: added },
      { name: 'won back', value: wonBack.value, tone: 'outline', figure: wonBack },
      { name: 'downsell', value: -downsell.value, tone: 'soft', figure: downsell },
      { name: 'lost', value: -lost.value, tone: 'gone', figure: lost },
    ],
  };
}
