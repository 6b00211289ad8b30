import { countOf } from '../../shared/format/numbers';
import type { Quality } from '../../shared/risk/evaluation-answers';
import classes from './quality-table.module.css';
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
      <table className={classes.figures}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {models.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {QUALITY_FIGURES.map((figure) => (
            <tr key={figure.name}>
              <th scope="row">
                {figure.name}
                <span>{figure.meaning}</span>
              </th>
              {models.map(({ name, quality }) => (
                <td key={name}>{figure.value(quality)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
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
