import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { formatDay } from '../../../shared/format/dates';
import { countOf } from '../../../shared/format/numbers';
import { dayOfTime, spanInWords } from './describe-item';
import { marksInWords, type TimelineItem } from './timeline-items';
import classes from './timeline-list.module.css';

interface Props {
  /** Oldest first, as everywhere; shown newest first. */
  items: readonly TimelineItem[];
  chosen: string | undefined;
  tagLate: boolean;
  onChoose: (key: string) => void;
}

const ROW = 40;

/** What the chart shows as a list, newest first. Only what is in sight is in the page, so it stays quick. */
export function TimelineList({ items, chosen, tagLate, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  return (
    // The box scrolls, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={box} className={classes.box} role="region" aria-label="Bars and points, newest first" tabIndex={0}>
      <ol style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = items[items.length - 1 - index];
          return item === undefined ? null : (
            <li
              key={item.key}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <button
                type="button"
                className={classes.row}
                aria-pressed={item.key === chosen}
                onClick={() => onChoose(item.key)}
              >
                <span className={classes.day}>{formatDay(dayOfTime(item.start))}</span>
                <span className={classes.title}>{item.title}</span>
                <span className={classes.marks}>
                  {item.outcome !== 'point' && spanInWords(item)} {marksInWords(item)}
                </span>
                {tagLate && item.daysLate > 0 && (
                  <span className={classes.late}>recorded {countOf(item.daysLate, 'day', 'days')} later</span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
