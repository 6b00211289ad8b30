import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { RiskModel } from '../../shared/risk/evaluation-answers';
import { RunningReplay } from '../../shared/risk/running-replay';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { LeadTimeChart } from './lead-time-chart';
import classes from './model-page.module.css';
import { QualityTable } from './quality-table';
import { ReliabilityChart } from './reliability-chart';
import { useEvaluation } from './use-replays';

/** How good the model was on the history up to the day. */
export function QualityPart({ model, standpoint }: { model: RiskModel; standpoint: StandpointQuery }) {
  const replay = useEvaluation(standpoint, model, true);
  if (replay.isError && replay.data === undefined) {
    return <ProblemMessage error={replay.error} onRetry={() => void replay.refetch()} />;
  }
  const found = replay.data?.result;
  if (!found) {
    return <RunningReplay customersSeen={replay.data?.customersSeen ?? 0} what="Replaying the history" />;
  }
  const { quality } = found;
  return (
    <>
      <section className={classes.section} aria-labelledby="quality">
        <h2 id="quality">
          How good it was, {found.from} to {found.to}
        </h2>
        {found.inSample && (
          <p className={classes.warning} role="note">
            It was learned from this very history, so this looks better than what will come.
          </p>
        )}
        <QualityTable models={[{ name: found.model.name, quality }]} />
      </section>
      <div className={classes.charts}>
        {quality.reliability !== null && (
          <ReliabilityChart title="Said against came" bins={quality.reliability.bins} fileName="reliability" />
        )}
        <LeadTimeChart title="Lead time" lead={quality.leadTime} fileName="lead-time" />
      </div>
      <p className="faded">{found.method}</p>
    </>
  );
}
