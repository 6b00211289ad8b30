import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { RiskModel } from '../../shared/risk/evaluation-answers';
import { RunningReplay } from '../../shared/risk/running-replay';
import { Message } from '../../shared/ui/message';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { BandChanges } from './band-changes';
import { LeadTimeChart } from './lead-time-chart';
import classes from './model-page.module.css';
import { QualityTable } from './quality-table';
import { useWhatIf } from './use-replays';

interface Props {
  model: RiskModel;
  isInForce: boolean;
  standpoint: StandpointQuery;
}

/** The model beside the one in force, replayed over the same history. */
export function WhatIfPart({ model, isInForce, standpoint }: Props) {
  const replay = useWhatIf(standpoint, model, !isInForce);
  if (isInForce) {
    return (
      <Message title="This is the model in force">
        <p>Change a weight, a band or a threshold and keep it: the draft is then replayed beside this one.</p>
      </Message>
    );
  }
  if (replay.isError && replay.data === undefined) {
    return <ProblemMessage error={replay.error} onRetry={() => void replay.refetch()} />;
  }
  const found = replay.data?.result;
  if (!found) {
    return <RunningReplay customersSeen={replay.data?.customersSeen ?? 0} what="Replaying both models" />;
  }
  const both = [
    { name: `${found.current.name} (in force)`, key: 'in-force', quality: found.qualityOfCurrent },
    { name: found.draft.name, key: 'draft', quality: found.qualityOfDraft },
  ];
  return (
    <>
      <section className={classes.section} aria-labelledby="beside">
        <h2 id="beside">Beside the model in force</h2>
        <QualityTable models={both} />
      </section>
      <section className={classes.section} aria-labelledby="other-band">
        <h2 id="other-band">Who would be in another band</h2>
        <BandChanges found={found} />
      </section>
      <div className={classes.charts}>
        {both.map(({ name, key, quality }) => (
          <LeadTimeChart key={key} title={`Lead time: ${name}`} lead={quality.leadTime} fileName={`lead-time-${key}`} />
        ))}
      </div>
      <p className="faded">{found.method}</p>
    </>
  );
}
