import type { Figure, Rate, Retention, RevenueRetention } from '../../shared/api/types';

/** A cell of the heat map: the month of the cohort, and how many months later. `mean` is the row above all. */
export type CellKey = `${string}.${number}`;
export const CELL = /^(?:\d{4}-\d{2}|mean)\.\d{1,3}$/;
export const MEAN = 'mean';

export interface CohortRow {
  /** `2026-03`, or {@link MEAN}. */
  month: string;
  size: Figure | null;
  /** By months since; null where the month is not over for all of the cohort. */
  cells: readonly (CohortCell | null)[];
}

export interface CohortCell {
  value: number | null;
  of: number;
  among: number;
  /** What opens the events of both sides; null where no answer names them as one. */
  figures: { of: Figure; among: Figure } | null;
}

export interface CohortTable {
  /** Null where no money is counted. */
  currency: string | null;
  mean: CohortRow;
  rows: readonly CohortRow[];
}

type Cells = readonly (Rate | null)[];

/**
 * What is left of customers or of their revenue, as a table for each currency. The server's mean names the events behind
 * it, but only as a share of those that began.
 */
export function tablesOfContracts({ tables }: RevenueRetention, fromPrevious: boolean): CohortTable[] {
  return tables.map(({ currency, mean, cohorts }) => {
    const rows = cohorts.map(({ month, size, cells }) => ({
      month: month.slice(0, 7),
      size,
      cells: cellsOf(cells, fromPrevious),
    }));
    const cells = fromPrevious ? meanOf(rows) : cellsOf(mean, false);
    return { currency, mean: { month: MEAN, size: null, cells }, rows };
  });
}

/** Who came back, as one table. The mean is weighted by the sizes of the cohorts that have come so far. */
export function tableOfActivity({ cohorts }: Retention, fromPrevious: boolean): CohortTable[] {
  const rows = (cohorts ?? []).map(({ month, size, months }) => ({
    month,
    size,
    cells: cellsOf(months, fromPrevious),
  }));
  return [{ currency: null, mean: { month: MEAN, size: null, cells: meanOf(rows) }, rows }];
}

/** The cells of a row: as a share of those that began, or of the month before. */
function cellsOf(cells: Cells, fromPrevious: boolean): (CohortCell | null)[] {
  return cells.map((cell, index) => {
    const among = fromPrevious && index > 0 ? cells[index - 1]?.of : cell?.among;
    return cell === null || among === undefined ? null : toCell(cell, among);
  });
}

function toCell({ of }: Rate, among: Figure): CohortCell {
  return {
    value: among.value === 0 ? null : of.value / among.value,
    of: of.value,
    among: among.value,
    figures: { of, among },
  };
}

/** For each month the sum of all cohorts that have come so far. */
export function meanOf(rows: readonly Pick<CohortRow, 'cells'>[]): (CohortCell | null)[] {
  const longest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: longest }, (_, index) => {
    const closed = rows.flatMap(({ cells }) => cells[index] ?? []);
    const of = closed.reduce((sum, cell) => sum + cell.of, 0);
    const among = closed.reduce((sum, cell) => sum + cell.among, 0);
    return closed.length === 0 ? null : { value: among === 0 ? null : of / among, of, among, figures: null };
  });
}

/** The cell of a table that a key names. */
export function cellAt({ mean, rows }: CohortTable, key: CellKey): CohortCell | null {
  const at = key.lastIndexOf('.');
  const row = [mean, ...rows].find(({ month }) => month === key.slice(0, at));
  return row?.cells[Number(key.slice(at + 1))] ?? null;
}

/** The greatest rate of all tables, for one scale; never less than 100 %. */
export function greatestRate(tables: readonly CohortTable[]): number {
  return tables
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .reduce((most, cell) => Math.max(most, cell?.value ?? 0), 1);
}

/** The last day a cohort needs for a cell to be closed: as many months after the last day of its month. */
export function closesOn(month: string, after: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number + after, 0)).toISOString().slice(0, 10);
}
