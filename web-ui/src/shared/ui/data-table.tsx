import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export interface TableColumn<Row> {
  header: string;
  cell: (row: Row) => ReactNode;
  /** Set to the right, under each other. */
  number?: boolean;
  /** What the column means, where its name does not say it all. */
  meaning?: string;
}

interface Props<Row> {
  /** What the table holds, for those who do not see its heading. */
  label: string;
  /** The first column names the row. */
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Older rows, of a day or filter chosen before, stand in while new ones load. */
  busy?: boolean;
}

/** A table of some hundred rows. It scrolls sideways by itself where the window is too narrow. */
export function DataTable<Row>({ label, columns, rows, keyOf, busy = false }: Props<Row>) {
  const [first, ...others] = columns;
  if (first === undefined) {
    return null;
  }
  return (
    // The box scrolls, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} role="region" aria-label={label} tabIndex={0} aria-busy={busy}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.header} scope="col" data-number={column.number} title={column.meaning}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{first.cell(row)}</th>
              {others.map((column) => (
                <td key={column.header} data-number={column.number}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
