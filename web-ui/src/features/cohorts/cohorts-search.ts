import { oneOf, textOf } from '../../shared/url/search-values';
import { CELL, type CellKey } from './cohort-table';

/** Who is followed: by their contract, what they pay, or what they do. */
export const UNITS = ['customers', 'revenue', 'users', 'accounts'] as const;
export type CohortUnit = (typeof UNITS)[number];

/** What a cell is a share of: all that began, or those of the month before. */
export const BASES = ['begin', 'previous'] as const;
export type Basis = (typeof BASES)[number];

/** What the heat map shows, as it stands in the address. */
export interface CohortsSearch {
  of?: CohortUnit | undefined;
  against?: Basis | undefined;
  /** One customer, where people or accounts are followed. */
  customer?: string | undefined;
  /** The two cells that are compared: `2026-03.4`. */
  one?: CellKey | undefined;
  other?: CellKey | undefined;
}

const cellOf = (value: unknown): CellKey | undefined =>
  typeof value === 'string' && CELL.test(value) ? (value as CellKey) : undefined;

export function parseCohortsSearch(raw: Record<string, unknown>): CohortsSearch {
  const of = oneOf(UNITS, raw['of']);
  const against = oneOf(BASES, raw['against']);
  const customer = textOf(raw['customer']);
  const one = cellOf(raw['one']);
  const other = cellOf(raw['other']);
  return {
    ...(of === undefined ? {} : { of }),
    ...(against === undefined ? {} : { against }),
    ...(customer === undefined ? {} : { customer }),
    ...(one === undefined ? {} : { one }),
    ...(other === undefined ? {} : { other }),
  };
}
