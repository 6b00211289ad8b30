import { FlexRender, type Cell } from '@tanstack/react-table';
import { memo } from 'react';
import type { CustomerRow } from '../../shared/api/types';
import { COLUMN_FACTS } from './column-facts';
import type { ColumnId } from './column-ids';
import type { features } from './customer-columns';
import { RowTabIndex } from './customer-link';
import classes from './customer-table.module.css';

interface Props {
  /** Other ones when other columns are chosen. */
  cells: readonly Cell<typeof features, CustomerRow>[];
  index: number;
  /** Distance from the top of the list, and height, in pixels. */
  top: number;
  height: number;
  active: boolean;
  /** Whether it is chosen; undefined where nothing can be. */
  chosen: boolean | undefined;
  onToggle: ((customerId: string) => void) | undefined;
  onActivate: (index: number) => void;
}

/** One row of the table. Rows that stay in sight are not drawn again while the list scrolls. */
export const CustomerTableRow = memo(function CustomerTableRow({
  cells,
  index,
  top,
  height,
  active,
  chosen,
  onToggle,
  onActivate,
}: Props) {
  const customer = cells[0]?.row.original;
  return (
    <RowTabIndex value={active ? 0 : -1}>
      <tr
        role="row"
        // The header is row 1.
        aria-rowindex={index + 2}
        data-row={index}
        className={classes.row}
        style={{ height, transform: `translateY(${top}px)` }}
        onFocus={() => onActivate(index)}
      >
        {chosen !== undefined && customer !== undefined && (
          <td role="cell" data-column="choice">
            <input
              type="checkbox"
              aria-label={`Choose ${customer.name}`}
              tabIndex={active ? 0 : -1}
              checked={chosen}
              onChange={() => onToggle?.(customer.customerId)}
            />
          </td>
        )}
        {cells.map((cell) => (
          <td
            key={cell.id}
            role="cell"
            data-column={cell.column.id}
            data-number={COLUMN_FACTS[cell.column.id as 'name' | ColumnId].number}
          >
            <FlexRender cell={cell} />
          </td>
        ))}
      </tr>
    </RowTabIndex>
  );
});
