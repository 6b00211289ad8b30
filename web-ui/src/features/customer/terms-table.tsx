import type { Term } from '../../shared/api/types';
import { formatDay } from '../../shared/format/dates';
import { formatMoney } from '../../shared/format/money';
import { formatCount } from '../../shared/format/numbers';
import classes from './terms-table.module.css';

const STATE_WORDS: Record<Term['state'], string> = {
  past: 'Past',
  'in-force': 'In force',
  future: 'To come',
  'cut-short': 'Ended early',
};

/** The terms as they were sold, newest first, and where one ended before its day. */
export function TermsTable({ terms }: { terms: readonly Term[] }) {
  return (
    <section className={classes.section} aria-labelledby="terms">
      <h2 id="terms">Terms</h2>
      {terms.length === 0 ? (
        <p className="quiet">Nothing was sold to this customer up to this day.</p>
      ) : (
        // The box scrolls, so the keyboard has to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={classes.scroll} role="region" aria-label="Terms" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Plan</th>
                <th scope="col">Product</th>
                <th scope="col">State</th>
                <th scope="col">Starts</th>
                <th scope="col">Ends, as sold</th>
                <th scope="col">Ended early</th>
                <th scope="col" data-number="true">
                  Seats
                </th>
                <th scope="col" data-number="true">
                  Price per seat / month
                </th>
                <th scope="col" data-number="true">
                  Revenue / month
                </th>
                <th scope="col">Renews by itself</th>
              </tr>
            </thead>
            <tbody>
              {terms.map((term) => (
                <tr key={`${term.licenseId} ${term.startsOn} ${term.plan}`} data-state={term.state}>
                  <th scope="row">{term.plan}</th>
                  <td>{term.product}</td>
                  <td>{STATE_WORDS[term.state]}</td>
                  <td>{formatDay(term.startsOn)}</td>
                  <td>{formatDay(term.endsOn)}</td>
                  <td data-early={term.endedEarlyOn !== null}>{formatDay(term.endedEarlyOn)}</td>
                  <td data-number="true">{formatCount(term.seats)}</td>
                  <td data-number="true">{formatMoney(term.pricePerSeat)}</td>
                  <td data-number="true">{formatMoney(term.monthlyRevenue)}</td>
                  <td>{term.autoRenew ? 'Yes' : 'No'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
