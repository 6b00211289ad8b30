import { type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { PANEL_MARGIN } from './day-panel';
import classes from './day-cursor.module.css';

interface Props {
  /** What is walked through, for example "Use per day". */
  label: string;
  count: number;
  width: number;
  /** Room to the right of the last day, where it is not that of a panel. */
  right?: number;
  /** What is walked through, when it is not days. */
  steps?: string;
  cursor: number | null;
  onCursor: (index: number) => void;
  /** The day under the cursor in words. */
  describe: (index: number) => string;
  children: ReactNode;
}

const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -28,
  PageUp: 28,
};

/** The day a key leads to, or null when the key is none of ours. */
export function dayAfterKey(key: string, cursor: number, count: number): number | null {
  if (key === 'Home') {
    return 0;
  }
  if (key === 'End') {
    return count - 1;
  }
  const step = STEPS[key];
  return step === undefined ? null : Math.min(count - 1, Math.max(0, cursor + step));
}

/** Lets pointer and keyboard walk the days of a chart: arrows by day, Page keys by four weeks, Home and End. */
export function DayCursor({
  label,
  count,
  width,
  right = PANEL_MARGIN.right,
  steps = 'days',
  cursor,
  onCursor,
  describe,
  children,
}: Props) {
  const at = cursor ?? count - 1;

  const followPointer = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left - PANEL_MARGIN.left) / (width - PANEL_MARGIN.left - right);
    onCursor(Math.min(count - 1, Math.max(0, Math.round(share * (count - 1)))));
  };
  const followKey = (event: KeyboardEvent) => {
    const next = dayAfterKey(event.key, at, count);
    if (next !== null) {
      event.preventDefault();
      onCursor(next);
    }
  };

  return (
    <div
      className={classes.cursor}
      role="slider"
      tabIndex={0}
      aria-label={`${label}: walk through the ${steps}`}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={at + 1}
      aria-valuetext={describe(at)}
      onPointerMove={followPointer}
      onPointerDown={followPointer}
      onKeyDown={followKey}
      onFocus={() => onCursor(at)}
    >
      {children}
    </div>
  );
}
