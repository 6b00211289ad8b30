import { formatCount, formatShare, NOTHING } from '../../shared/format/numbers';
import { type DriversAnswer, numberOf } from '../../shared/risk/evaluation-answers';
import { Figures } from '../../shared/ui/figures';
import { Message } from '../../shared/ui/message';

/** How customers fared that were worked on, against like ones that were not. */
export function InterventionEffect({ effect }: { effect: DriversAnswer['interventions'] }) {
  if (effect.treated === 0) {
    return (
      <Message title="No interventions yet">
        <p>Log what is done about a customer in its case; with ten matched pairs the difference gets an interval.</p>
      </Message>
    );
  }
  return (
    <>
      <Figures
        figures={[
          { label: 'Worked on', value: formatCount(effect.treated), note: `${formatCount(effect.matched)} matched` },
          { label: 'Lost of those worked on', value: formatShare(numberOf(effect.lossRateTreated)) },
          { label: 'Lost of those like them', value: formatShare(numberOf(effect.lossRateOthers)) },
          {
            label: 'Difference',
            value: formatShare(numberOf(effect.difference)),
            note:
              effect.interval === null
                ? `interval ${NOTHING}`
                : `95 %: ${formatShare(effect.interval.from)} to ${formatShare(effect.interval.to)}`,
          },
        ]}
      />
      <p>{effect.note}</p>
    </>
  );
}
