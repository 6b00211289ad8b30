import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { OpenSwatch } from '../../shared/charts/hatch';
import hatch from '../../shared/charts/hatch.module.css';
import { FigureButton } from '../../shared/explain/figure-button';
import { useOpenExplanation } from '../../shared/explain/use-open-explanation';
import { formatDay, formatMonth } from '../../shared/format/dates';
import { FEWEST_FOR_A_RATE, formatCount, formatShare, NOTHING } from '../../shared/format/numbers';
import { cellAfterKey, type Place } from './cell-after-key';
import { type CellKey, closesOn, type CohortCell, type CohortRow, type CohortTable, MEAN } from './cohort-table';
import classes from './heat-map.module.css';

interface Props {
  label: string;
  table: CohortTable;
  /** The rate of the deepest shade, for all tables of the page. */
  greatest: number;
  /** A count as it is read: with its currency where it is money. */
  format: (count: number) => string;
  /** Whether counts are of cases, so that few of them make a rate say little. */
  countsCases: boolean;
  /** Cells that are compared. */
  chosen: readonly CellKey[];
  onChoose: (cell: CellKey) => void;
}

/**
 * Months of begin as rows, months since as columns, all cells on one scale of shades. A cell opens what it counts; with
 * Shift it is chosen for comparison. Arrows walk the cells, of which one is in the order of Tab.
 */
export function HeatMap({ label, table, greatest, format, countsCases, chosen, onChoose }: Props) {
  const open = useOpenExplanation();
  const rows = [table.mean, ...table.rows];
  const [place, setPlace] = useState<Place>({ row: rows.length > 1 ? 1 : 0, column: 0 });
  const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

  const press = (row: CohortRow, column: number, cell: CohortCell, event: MouseEvent) => {
    if (event.shiftKey) {
      onChoose(`${row.month}.${column}`);
    } else if (cell.figures !== null) {
      open(cell.figures.of, cell.figures.among);
    }
  };
  const followKey = (event: KeyboardEvent<HTMLTableElement>) => {
    const next = cellAfterKey(event.key, place, rows);
    if (next !== null) {
      event.preventDefault();
      setPlace(next);
      event.currentTarget.querySelector<HTMLElement>(`[data-place="${next.row}.${next.column}"]`)?.focus();
    }
  };
  return (
    <>
      <div className={classes.scroll}>
        {/* The cells inside are buttons; the table only moves the focus from one to the next. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <table className={classes.map} aria-label={label} onKeyDown={followKey}>
          <thead>
            <tr>
              <th scope="col">Began in</th>
              <th scope="col">Size</th>
              {Array.from({ length: columns }, (_, index) => (
                <th key={index} scope="col">
                  {index}
                  <span className="hidden-text"> months later</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row.month} className={row.month === MEAN ? classes.mean : undefined}>
                <th scope="row">{row.month === MEAN ? 'Weighted mean' : formatMonth(`${row.month}-01`)}</th>
                <td className={classes.size}>
                  {row.size !== null && (
                    <FigureButton figure={row.size} label={`began in ${row.month}`}>
                      {format(row.size.value)}
                    </FigureButton>
                  )}
                </td>
                {row.cells.map((cell, column) => {
                  const key: CellKey = `${row.month}.${column}`;
                  return (
                    <td key={key}>
                      {cell === null ? (
                        row.month !== MEAN && (
                          <div
                            className={`${classes.open} ${hatch.hatch}`}
                            title={`Open until ${formatDay(closesOn(row.month, column))}`}
                          >
                            <span className="hidden-text">Open until {formatDay(closesOn(row.month, column))}</span>
                          </div>
                        )
                      ) : (
                        <button
                          type="button"
                          className={classes.cell}
                          style={{ '--share': (cell.value ?? 0) / greatest } as React.CSSProperties}
                          data-place={`${rowIndex}.${column}`}
                          data-few={countsCases && cell.among < FEWEST_FOR_A_RATE}
                          data-chosen={chosen.includes(key)}
                          {...(cell.figures === null ? {} : figureData(cell.figures))}
                          tabIndex={place.row === rowIndex && place.column === column ? 0 : -1}
                          title={`${format(cell.of)} of ${format(cell.among)}`}
                          onFocus={() => setPlace({ row: rowIndex, column })}
                          onClick={(event) => press(row, column, cell, event)}
                        >
                          {cell.value === null ? NOTHING : formatShare(Math.round(cell.value * 100) / 100)}
                          <span className="hidden-text">
                            {' '}
                            after {column} months: {format(cell.of)} of {format(cell.among)}
                            {cell.figures === null ? '' : ', show events'}
                          </span>
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.legend}>
        <span>
          {formatShare(0)} <i className={classes.scale} aria-hidden="true" /> {formatShare(greatest)}
        </span>
        {countsCases && (
          <span>
            <i className={classes.few} aria-hidden="true" /> of fewer than {formatCount(FEWEST_FOR_A_RATE)}
          </span>
        )}
        <span>
          <OpenSwatch /> the month is not over for all of the cohort
        </span>
      </div>
    </>
  );
}

const nameIn = (explain: string) => /[?&]figure=([^&]+)/.exec(explain)?.[1];

/** What the tip with the formulas, and the tests of the figures, read. */
const figureData = ({ of, among }: NonNullable<CohortCell['figures']>) => ({
  'data-formula': nameIn(of.explain),
  'data-among': nameIn(among.explain),
  'data-figure': of.value,
  'aria-haspopup': 'dialog' as const,
});
