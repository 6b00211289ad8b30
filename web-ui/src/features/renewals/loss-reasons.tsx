import type { RenewalSums } from '../../shared/api/types';
import { ShareBars } from '../../shared/charts/share-bars';
import { words } from '../../shared/format/field-words';
import { formatWholeMoney } from '../../shared/format/money';
import { countOf } from '../../shared/format/numbers';
import classes from '../../shared/ui/page.module.css';

/** Why terms were not renewed, most money first. */
export function LossReasons({ sums }: { sums: RenewalSums }) {
  return (
    <section className={classes.section} aria-labelledby="reasons">
      <h2 id="reasons">Why terms were not renewed</h2>
      {sums.reasons.length === 0 ? (
        <p className="quiet">No term of this quarter was lost so far.</p>
      ) : (
        <ShareBars
          label="Reasons"
          bars={sums.reasons.map(({ reasonCode, lost, lostTerms }) => ({
            name: reasonCode === null ? 'Nobody said' : words(reasonCode),
            figure: lost,
            note: countOf(lostTerms.value, 'term', 'terms'),
            text: formatWholeMoney({ currency: sums.currency, minorUnits: lost.value }),
          }))}
        />
      )}
    </section>
  );
}
