import type { Swimlane } from '../../../shared/api/types';

const DAY = 86_400_000;

/** Columns of use within a window, as one path. Bins narrower than a pixel are added up, so that none is lost. */
export function densityPath(
  density: Swimlane['density'],
  x: (time: number) => number,
  { left, right, top, height }: { left: number; right: number; top: number; height: number },
): string {
  if (density === null) {
    return '';
  }
  const span = (density.per === 'week' ? 7 : 1) * DAY;
  const columns = new Map<number, { width: number; actions: number }>();
  for (const bin of density.bins) {
    const from = Date.parse(bin.from);
    const [start, end] = [Math.round(x(from)), Math.round(x(from + span))];
    if (end >= left && start <= right) {
      const column = columns.get(start) ?? { width: Math.max(1, end - start), actions: 0 };
      column.actions += bin.actions;
      columns.set(start, column);
    }
  }
  const most = Math.max(1, ...[...columns.values()].map(({ actions }) => actions));
  return [...columns]
    .map(([at, { width, actions }]) => {
      const tall = Math.max(actions > 0 ? 1 : 0, ((height - 4) * actions) / most);
      return `M${at} ${(top + height).toFixed(1)}v${(-tall).toFixed(1)}h${Math.max(1, width > 3 ? width - 1 : width)}v${tall.toFixed(1)}z`;
    })
    .join('');
}
