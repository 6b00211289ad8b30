import type { HistoryEvent } from '../../shared/api/types';

/** The steps of a thing next to one of them, and how many there are. */
export function stepsAround(steps: readonly HistoryEvent[], position: number) {
  const at = steps.findIndex((step) => step.position === position);
  return at < 0
    ? undefined
    : { number: at + 1, of: steps.length, before: steps[at - 1]?.position, after: steps[at + 1]?.position };
}

export interface FieldOfState {
  field: string;
  value: string;
  /** What stood there before this event, when it changed it; null when nothing did. */
  before?: string | null;
}

/** The state after an event, field by field, the changed ones first; fields the event emptied are among them. */
export function stateWithChanges(
  state: Readonly<Record<string, string>>,
  changes: readonly { field: string; before: string | null; after: string | null }[],
): FieldOfState[] {
  const changed = changes.map(({ field, before, after }) => ({ field, value: after ?? state[field] ?? '', before }));
  const names = new Set(changed.map(({ field }) => field));
  return [
    ...changed,
    ...Object.entries(state)
      .filter(([field]) => !names.has(field))
      .map(([field, value]) => ({ field, value })),
  ];
}
