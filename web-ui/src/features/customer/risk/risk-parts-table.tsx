import type { RiskPart } from '../../../shared/risk/answers';
import { formatPoints, formatValue, signalName } from '../../../shared/risk/risk-words';
import { formatCount, NOTHING } from '../../../shared/format/numbers';
import { DataTable, type TableColumn } from '../../../shared/ui/data-table';

const COLUMNS: readonly TableColumn<RiskPart>[] = [
  { header: 'Signal', cell: ({ signal, words }) => <span title={words}>{signalName(signal)}</span> },
  { header: 'Value', number: true, cell: ({ value, unit }) => formatValue(value, unit) },
  { header: 'Points', number: true, cell: ({ contribution }) => formatPoints(contribution) },
  {
    header: 'Missed',
    number: true,
    meaning: 'Points it keeps the health from.',
    cell: ({ missed }) => formatPoints(missed),
  },
  { header: 'Weight', number: true, cell: ({ weight }) => (weight === 0 ? NOTHING : formatCount(weight)) },
  {
    header: 'Poor … good',
    number: true,
    meaning: 'Values that count as 0 and as 100 of 100.',
    cell: ({ poor, good }) => (poor === null || good === null ? NOTHING : `${poor} … ${good}`),
  },
  {
    header: 'From how much data',
    cell: ({ counted, data, value }) =>
      value === null ? 'no data' : counted === null ? NOTHING : `${formatCount(data)} ${counted}`,
  },
  { header: 'Formula', cell: ({ source }) => source ?? NOTHING },
];

/** What the health of the last day is made of, what it is kept from most first. */
export function RiskPartsTable({ parts }: { parts: readonly RiskPart[] }) {
  const ordered = parts.toSorted((a, b) => (b.missed ?? -1) - (a.missed ?? -1));
  return (
    <DataTable label="What the health is made of" rows={ordered} keyOf={({ signal }) => signal} columns={COLUMNS} />
  );
}
