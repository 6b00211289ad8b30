import type { RenewalSums } from '../../shared/api/types';
import { FigureButton, RateButton } from '../../shared/explain/figure-button';
import type { ExplainableFigure } from '../../shared/explain/explained';
import { formatWholeMoney } from '../../shared/format/money';
import { Figures } from '../../shared/ui/figures';

/** The quarter in figures: what is due, what came of it, and what can still be won or lost. */
export function RenewalFigures({ sums }: { sums: RenewalSums | undefined }) {
  const money = (figure: ExplainableFigure, label: string) =>
    sums && (
      <FigureButton figure={figure} label={label}>
        {formatWholeMoney({ currency: sums.currency, minorUnits: figure.value })}
      </FigureButton>
    );
  return (
    <Figures
      figures={[
        {
          label: 'Due / month',
          value: sums && money(sums.due, 'due'),
          note: sums && (
            <>
              <FigureButton figure={sums.dueTerms} label="terms due" /> terms
            </>
          ),
        },
        { label: 'Renewed', value: sums && money(sums.kept, 'renewed') },
        { label: 'Renewed for more', value: sums && money(sums.expansion, 'renewed for more') },
        { label: 'Renewed for less', value: sums && money(sums.downsell, 'renewed for less') },
        {
          label: 'Not renewed',
          value: sums && money(sums.lost, 'not renewed'),
          note: sums && (
            <>
              <FigureButton figure={sums.lostTerms} label="terms not renewed" /> terms
            </>
          ),
        },
        {
          label: 'Still open',
          value: sums && money(sums.open, 'still open'),
          note: sums && <>at risk, with notice: {money(sums.openWithNotice, 'open with notice')}</>,
        },
        {
          label: 'Renewal rate',
          value: sums && <RateButton rate={sums.renewalRate} label="renewal rate" />,
          note: sums && (
            <>
              terms <RateButton rate={sums.termRenewalRate} label="renewal rate of terms" />
            </>
          ),
        },
      ]}
    />
  );
}
