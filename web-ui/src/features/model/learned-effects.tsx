import { formatDecimal, formatCount } from '../../shared/format/numbers';
import type { RiskModel } from '../../shared/risk/evaluation-answers';
import { signalName } from '../../shared/risk/risk-words';
import { DataTable } from '../../shared/ui/data-table';

type Effect = NonNullable<NonNullable<RiskModel['learned']>['effects']>[number];

/** How far a signal moves the log-odds of a loss, from its least to its greatest. */
export function reachOf({ curve = [] }: Effect): number {
  const odds = curve.map(({ logOdds }) => logOdds ?? 0);
  return odds.length === 0 ? 0 : Math.max(...odds) - Math.min(...odds);
}

/** What a learned model is made of. It has no weights that could be set by hand. */
export function LearnedEffects({ model }: { model: RiskModel }) {
  const effects = (model.learned?.effects ?? []).toSorted((a, b) => reachOf(b) - reachOf(a));
  return (
    <>
      <p>
        Learned from the history, within {model.horizonDays} days; its flag is raised below {model.raiseAt} and cleared
        from {model.clearAt} on, after {model.dwellDays} days. There are no weights to be set by hand.
      </p>
      <DataTable
        label="What was learned"
        rows={effects}
        keyOf={({ signal }) => signal ?? ''}
        columns={[
          { header: 'Signal', cell: ({ signal }) => signalName(signal ?? '') },
          {
            header: 'Moves the log-odds by',
            number: true,
            meaning: 'Between the value that is safest and the one that is riskiest.',
            cell: (effect) => formatDecimal(reachOf(effect)),
          },
          { header: 'Points of its curve', number: true, cell: ({ curve }) => formatCount(curve?.length ?? 0) },
        ]}
      />
    </>
  );
}
