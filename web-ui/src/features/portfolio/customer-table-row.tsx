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
  onActivate: (index: number) => void;
}

/** One row of the table. Rows that stay in sight are not drawn again while the list scrolls. */
export const CustomerTableRow = memo(function CustomerTableRow({
  cells,
  index,
  top,
  height,
  active,
  onActivate,
}: Props) {
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
