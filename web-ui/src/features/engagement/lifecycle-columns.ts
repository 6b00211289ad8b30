import type { LifecycleOfInterval } from '../../shared/api/types';
import type { Column } from '../../shared/charts/columns';
import { formatShortDay } from '../../shared/format/dates';
import { addDays } from '../../shared/format/days';

/** Who came and who went in each interval: the active upwards, those who fell silent downwards. */
export function lifecycleColumns(lifecycle: readonly LifecycleOfInterval[]): Column[] {
  return lifecycle.map(({ from, to, active, newlyCreated, returning, resurrecting, dormant }) => ({
    key: from,
    label: `to ${formatShortDay(addDays(to, -1))}`,
    total: { name: 'active', figure: active },
    parts: [
      { name: 'returning', value: returning.value, tone: 'full', figure: returning },
      { name: 'resurrecting', value: resurrecting.value, tone: 'soft', figure: resurrecting },
      { name: 'new', value: newlyCreated.value, tone: 'outline', figure: newlyCreated },
      { name: 'dormant', value: -dormant.value, tone: 'gone', figure: dormant },
    ],
  }));
}
