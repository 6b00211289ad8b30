import { Button } from '@mantine/core';
import { formatMonth } from '../../shared/format/dates';
import { countOf, formatDecimal, formatShare } from '../../shared/format/numbers';
import { Card, Cards, Facts } from '../../shared/ui/card';
import { type CellKey, cellAt, type CohortTable, MEAN } from './cohort-table';

interface Props {
  table: CohortTable;
  one: CellKey;
  other: CellKey | undefined;
  format: (count: number) => string;
  onClear: () => void;
}

/** Two cells side by side and how far they lie apart. */
export function ComparedCells({ table, one, other, format, onClear }: Props) {
  const cells = [one, ...(other === undefined ? [] : [other])].map((key) => ({ key, cell: cellAt(table, key) }));
  const [first, second] = cells.map(({ cell }) => cell?.value ?? null);
  return (
    <Cards>
      {cells.map(({ key, cell }) => (
        <Card key={key} title={nameOf(key)}>
          {cell === null ? (
            <p className="quiet">Not known at this day.</p>
          ) : (
            <Facts facts={{ Share: formatShare(cell.value), Left: format(cell.of), Of: format(cell.among) }} />
          )}
        </Card>
      ))}
      <Card title="Difference">
        {first === undefined || first === null || second === undefined || second === null ? (
          <p className="quiet">Choose another cell with Shift and a click, or Shift and Enter.</p>
        ) : (
          <p>
            <strong>{formatDecimal(100 * (second - first))} points</strong> from the first to the second.
          </p>
        )}
        <div>
          <Button size="xs" variant="default" onClick={onClear}>
            Stop comparing
          </Button>
        </div>
      </Card>
    </Cards>
  );
}

/** "Mar 26, 4 months later". */
export function nameOf(key: CellKey): string {
  const at = key.lastIndexOf('.');
  const month = key.slice(0, at);
  return `${month === MEAN ? 'Weighted mean' : formatMonth(`${month}-01`)}, ${countOf(Number(key.slice(at + 1)), 'month', 'months')} later`;
}
