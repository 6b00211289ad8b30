import { useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { CustomerRow } from '../../shared/api/types';
import { COLUMN_FACTS, layoutOf } from './column-facts';
import type { ColumnId } from './column-ids';
import { columnsOf, features } from './customer-columns';
import { CustomerTableRow } from './customer-table-row';
import classes from './customer-table.module.css';
import { sortAfterChoosing, type Sort } from './portfolio-search';
import { rowAfterKey } from './row-after-key';
import type { Selection } from './selection';

const ROW_HEIGHT = 44;

export interface CustomerListProps {
  /** The rows loaded so far. */
  customers: readonly CustomerRow[];
  /** How many there are in all. */
  total: number;
  /** Called when the end of the loaded rows comes near. */
  onNearEnd: () => void;
}

interface Props extends CustomerListProps {
  /** What stands beside the name. */
  columns: readonly ColumnId[];
  /** Changes with day, filters and order; a new list starts at its top. */
  listKey: string;
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** Undefined where nothing can be done with those that are chosen. */
  selection: Selection | undefined;
}

const CHOICE_WIDTH = '2.75rem';

/** The portfolio as a table in a scroll box of its own. Only rows in sight are drawn, so 20,000 scroll like 20. */
export function CustomerTable({ customers, total, columns: ids, listKey, sort, onSort, onNearEnd, selection }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [activeRow, setActiveRow] = useState(0);
  // A row that was asked for by keyboard may not be drawn yet; it is focused once it is.
  const rowToFocus = useRef<number | null>(null);

  const columns = useMemo(() => columnsOf(ids), [ids]);
  const layout = layoutOf(['name', ...ids], selection === undefined ? undefined : CHOICE_WIDTH);
  const data = useMemo(() => [...customers], [customers]);
  const table = useTable({ features, columns, data, getRowId: (row: CustomerRow) => row.customerId });
  const rows = table.getRowModel().rows;
  const active = Math.min(activeRow, Math.max(0, rows.length - 1));

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT + 8,
    scrollPaddingEnd: 8,
    // The active row stays drawn when it scrolls out of sight, or the keyboard would lose its place.
    rangeExtractor: (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      return drawn.includes(active) || range.count === 0 ? drawn : [...drawn, active].toSorted((a, b) => a - b);
    },
  });
  const drawn = virtualizer.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;

  useEffect(() => {
    if (lastDrawn >= rows.length - 60) {
      onNearEnd();
    }
  }, [lastDrawn, rows.length, onNearEnd]);

  useEffect(() => {
    if (rowToFocus.current !== null) {
      const link = box.current?.querySelector<HTMLElement>(`[data-row="${rowToFocus.current}"] a`);
      if (link !== null && link !== undefined) {
        rowToFocus.current = null;
        link.focus({ preventScroll: true });
      }
    }
  });

  useEffect(() => {
    setActiveRow(0);
    box.current?.scrollTo({ top: 0 });
  }, [listKey]);

  const followKey = (event: KeyboardEvent) => {
    const row = rows[active]?.original;
    if (
      event.key === ' ' &&
      selection !== undefined &&
      row !== undefined &&
      event.target instanceof HTMLAnchorElement
    ) {
      event.preventDefault();
      selection.onToggle(row.customerId);
      return;
    }
    const next = rowAfterKey(event.key, active, rows.length);
    if (next !== null && event.target instanceof HTMLAnchorElement) {
      event.preventDefault();
      rowToFocus.current = next;
      setActiveRow(next);
      virtualizer.scrollToIndex(next);
    }
  };

  return (
    <div ref={box} className={classes.box}>
      {/* The layout of the rows is no table's, so the roles are said aloud. */}
      <table
        role="table"
        className={classes.table}
        style={{ '--columns': layout.template, minWidth: layout.least } as CSSProperties}
        aria-rowcount={total + 1}
        aria-label="Customers"
      >
        <thead role="rowgroup" className={classes.head}>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} role="row" aria-rowindex={1} className={classes.row}>
              {selection !== undefined && (
                <th
                  role="columnheader"
                  scope="col"
                  data-column="choice"
                  title="With the space key: the row you are on."
                >
                  <input
                    type="checkbox"
                    aria-label="Choose all rows that are loaded"
                    checked={rows.length > 0 && rows.every(({ id }) => selection.chosen.has(id))}
                    onChange={({ currentTarget }) => selection.onAll(currentTarget.checked)}
                  />
                </th>
              )}
              {group.headers.map((header) => {
                const facts = COLUMN_FACTS[header.column.id as 'name' | ColumnId];
                const sorted = facts.sort === sort.key;
                return (
                  <th
                    key={header.id}
                    role="columnheader"
                    scope="col"
                    data-column={header.column.id}
                    data-number={facts.number}
                    title={facts.meaning}
                    aria-sort={!sorted ? 'none' : sort.descending ? 'descending' : 'ascending'}
                  >
                    <button
                      type="button"
                      data-sorted={sorted}
                      onClick={() => onSort(sortAfterChoosing(facts.sort, sort))}
                    >
                      <span>{facts.title}</span>
                      <SortMark direction={!sorted ? null : sort.descending ? 'down' : 'up'} />
                    </button>
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody
          role="rowgroup"
          className={classes.body}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={followKey}
        >
          {drawn.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <CustomerTableRow
                key={row.id}
                cells={row.getAllCells()}
                index={item.index}
                top={item.start}
                height={ROW_HEIGHT}
                active={item.index === active}
                chosen={selection?.chosen.has(row.id)}
                onToggle={selection?.onToggle}
                onActivate={setActiveRow}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function SortMark({ direction }: { direction: 'up' | 'down' | null }) {
  return (
    <svg viewBox="0 0 8 10" width="8" height="10" aria-hidden="true" className={classes.mark}>
      {direction !== 'down' && <path d="M4 0.5 7 4H1z" />}
      {direction !== 'up' && <path d="M4 9.5 7 6H1z" />}
    </svg>
  );
}
