import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { formatDay } from '../../../shared/format/dates';
import { dayOfTime } from './describe-item';
import classes from './timeline-brush.module.css';
import { brushed, brushKey, type Grip, gripAt, type Window } from './brush';

interface Props {
  /** The whole life. */
  whole: Window;
  /** The part of it that is shown. */
  shown: Window;
  /** How much happened, in equal steps over the whole life. */
  bins: readonly number[];
  width: number;
  /** While the window is moved. */
  onDraft: (window: Window | undefined) => void;
  onCommit: (window: Window) => void;
}

const HEIGHT = 44;

/** The whole life in small, and on it the window that is shown. Dragged, or moved by keyboard at either of its edges. */
export function TimelineBrush({ whole, shown, bins, width, onDraft, onCommit }: Props) {
  const drag = useRef<{ grip: Grip; from: number; window: Window }>(undefined);
  const [grip, setGrip] = useState<Grip>('new');
  const most = Math.max(1, ...bins);
  const x = (time: number) => (width * (time - whole.from)) / (whole.to - whole.from);
  const timeAt = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return whole.from + ((whole.to - whole.from) * (event.clientX - box.left)) / Math.max(1, box.width);
  };
  const toleranceOf = () => (8 * (whole.to - whole.from)) / Math.max(1, width);

  const begin = (event: PointerEvent<HTMLDivElement>) => {
    const at = timeAt(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { grip: gripAt(at, shown, whole, toleranceOf()), from: at, window: shown };
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const at = timeAt(event);
    if (drag.current === undefined) {
      setGrip(gripAt(at, shown, whole, toleranceOf()));
    } else {
      onDraft(brushed(drag.current.grip, drag.current.from, at, drag.current.window, whole));
    }
  };
  const end = (event: PointerEvent<HTMLDivElement>) => {
    const started = drag.current;
    drag.current = undefined;
    const at = timeAt(event);
    if (started !== undefined && Math.abs(at - started.from) > toleranceOf() / 4) {
      onCommit(brushed(started.grip, started.from, at, started.window, whole));
    } else {
      onDraft(undefined);
    }
  };
  const edge = (name: 'from' | 'to') => ({
    role: 'slider',
    tabIndex: 0,
    'aria-label': name === 'from' ? 'First day shown' : 'Last day shown',
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-valuenow': Math.round((100 * (shown[name] - whole.from)) / (whole.to - whole.from)),
    'aria-valuetext': formatDay(dayOfTime(shown[name])),
    className: classes.edge,
    style: { left: x(shown[name]) },
    onKeyDown: (event: KeyboardEvent) => {
      const next = brushKey(event.key, name, shown, whole);
      if (next !== undefined) {
        event.preventDefault();
        onCommit(next);
      }
    },
  });

  return (
    <div
      className={classes.brush}
      style={{ height: HEIGHT }}
      data-grip={grip}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => {
        drag.current = undefined;
        onDraft(undefined);
      }}
    >
      <svg width={width} height={HEIGHT} aria-hidden="true">
        <path
          d={bins
            .map((count, index) => {
              const step = width / bins.length;
              const tall = count === 0 ? 0 : Math.max(1, ((HEIGHT - 6) * Math.sqrt(count)) / Math.sqrt(most));
              return `M${(index * step).toFixed(1)} ${HEIGHT}v${(-tall).toFixed(1)}h${Math.max(1, step - 1).toFixed(1)}v${tall.toFixed(1)}z`;
            })
            .join('')}
          className={classes.bins}
        />
        <rect x="0" y="0" width={Math.max(0, x(shown.from))} height={HEIGHT} className={classes.outside} />
        <rect
          x={x(shown.to)}
          y="0"
          width={Math.max(0, width - x(shown.to))}
          height={HEIGHT}
          className={classes.outside}
        />
      </svg>
      <div {...edge('from')} />
      <div {...edge('to')} />
    </div>
  );
}
