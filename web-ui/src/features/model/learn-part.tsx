import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { formatDecimal } from '../../shared/format/numbers';
import { type LearnAnswer, numberOf } from '../../shared/risk/evaluation-answers';
import { RunningReplay } from '../../shared/risk/running-replay';
import { Figures } from '../../shared/ui/figures';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { SelectField } from '../../shared/ui/select-field';
import classes from './model-page.module.css';
import { HORIZONS, type ModelSearch } from './model-search';
import { ReliabilityChart } from './reliability-chart';
import { useLearning } from './use-replays';

interface Props {
  standpoint: StandpointQuery;
  /** Days within which a loss counts; none as long as nothing was asked. */
  horizonDays: ModelSearch['learn'];
  onLearn: (horizonDays: ModelSearch['learn']) => void;
  onOpen: (modelId: string) => void;
}

/** Lets the history teach a model, and says what speaks for it; or why it is not enough. */
export function LearnPart({ standpoint, horizonDays, onLearn, onOpen }: Props) {
  const client = useQueryClient();
  const [days, setDays] = useState<string>(horizonDays ?? '60');
  const learning = useLearning(standpoint, horizonDays);
  const answer = horizonDays === undefined ? undefined : learning.data?.result;
  const draftId = answer?.draft?.modelId;
  useEffect(() => {
    if (draftId !== undefined) {
      void client.invalidateQueries({ queryKey: ['risk-models'] });
    }
  }, [client, draftId]);
  return (
    <section className={classes.section} aria-labelledby="learn">
      <h2 id="learn">Learn from the history</h2>
      <p>
        The losses whose horizon is over teach how much each signal goes with loss; no signal may say the opposite of
        what its definition says. It is accepted only when it beats the starter weights on customers it has not seen.
        What was learned is kept as a draft and changes nothing until it is published.
      </p>
      <form
        className={classes.tools}
        onSubmit={(event) => {
          event.preventDefault();
          onLearn(HORIZONS.find((each) => each === days));
        }}
      >
        <SelectField
          label="A loss counts within"
          inline
          value={days}
          onChange={setDays}
          options={HORIZONS.map((value) => ({ value, label: `${value} days` }))}
        />
        <Button type="submit" size="xs" loading={learning.isFetching}>
          Learn
        </Button>
      </form>
      {horizonDays === undefined ? null : learning.isError && learning.data === undefined ? (
        <ProblemMessage error={learning.error} onRetry={() => void learning.refetch()} />
      ) : answer ? (
        <Learned answer={answer} onOpen={onOpen} />
      ) : (
        <RunningReplay customersSeen={learning.data?.customersSeen ?? 0} what="Learning from the history" />
      )}
    </section>
  );
}

function Learned({ answer, onOpen }: { answer: LearnAnswer; onOpen: (modelId: string) => void }) {
  const { accepted, sentence, reason, evidence, draft } = answer;
  return (
    <>
      <p className={classes.warning} role="status">
        <strong>{accepted ? 'Accepted.' : 'Not accepted.'}</strong> {sentence}
        {reason !== null && <span className="hidden-text"> ({reason})</span>}
      </p>
      {evidence !== null && (
        <>
          <Figures
            compact
            figures={[
              {
                label: 'AUC on unseen customers',
                value: formatTwo(evidence.auc.value),
                note: `95 %: ${formatTwo(evidence.auc.interval.from)} to ${formatTwo(evidence.auc.interval.to)}`,
              },
              { label: 'AUC among those of like age', value: formatTwo(evidence.aucAmongLikeAge.value) },
              { label: 'Lift of the riskiest tenth', value: formatDecimal(numberOf(evidence.liftOfTopTenth)) },
              {
                label: 'Customers lost',
                value: evidence.lostCustomers,
                note: `of ${evidence.customers}`,
              },
            ]}
          />
          <ReliabilityChart
            title="Said against came, on unseen customers"
            bins={evidence.reliability.bins}
            fileName="learned-reliability"
          />
        </>
      )}
      {draft !== null && (
        <div>
          <Button variant="default" onClick={() => onOpen(draft.modelId)}>
            Look at the draft beside the model in force
          </Button>
        </div>
      )}
    </>
  );
}

const formatTwo = (value: number) => value.toFixed(2);
