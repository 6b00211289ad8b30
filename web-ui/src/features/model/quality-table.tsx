import { countOf } from '../../shared/format/numbers';
import type { Quality } from '../../shared/risk/evaluation-answers';
import { DataTable } from '../../shared/ui/data-table';
import { QUALITY_FIGURES } from './quality-figures';

export interface Judged {
  name: string;
  quality: Quality;
}

/** How good models were, side by side over the same history. */
export function QualityTable({ models }: { models: readonly Judged[] }) {
  const [first] = models;
  return (
    <>
      <DataTable
        label="How good the models were"
        rows={QUALITY_FIGURES}
        keyOf={({ name }) => name}
        columns={[
          { header: 'Figure', cell: nameOf },
          ...models.map(({ name, quality }) => ({
            header: name,
            number: true,
            cell: (figure: (typeof QUALITY_FIGURES)[number]) => figure.value(quality),
          })),
        ]}
      />
      {first !== undefined && (
        <p className="quiet">
          Over {countOf(first.quality.rows, 'observation', 'observations')} at month ends of{' '}
          {countOf(first.quality.customers, 'customer', 'customers')}, of whom {first.quality.lostCustomers} were lost.
        </p>
      )}
      {models.map(({ name, quality }) => (
        <p key={name}>
          <strong>{name}:</strong> {quality.verdict}
        </p>
      ))}
    </>
  );
}

const nameOf = ({ name, meaning }: (typeof QUALITY_FIGURES)[number]) => <span title={meaning}>{name}</span>;
