import { Button } from '@mantine/core';
import { useCommand } from '../../shared/api/use-command';
import type { RiskModel } from '../../shared/risk/evaluation-answers';
import { notify } from '../../shared/ui/notice-store';
import { usePageAction } from '../../shared/ui/page-actions';
import { Refusal } from '../../shared/ui/refusal';
import { publishing } from './draft';
import classes from './model-page.module.css';

interface Props {
  model: RiskModel;
  /** The one that is in force now; publishing it again takes this back. */
  before: RiskModel;
  onPublished: () => void;
}

/** Puts a model in force. It is an event: who did it and when is on record, and no score of before is lost. */
export function PublishForm({ model, before, onPublished }: Props) {
  const back = useCommand('publish-risk-model', { onDone: () => notify(`“${before.name}” is in force again.`) });
  const publish = useCommand('publish-risk-model', {
    onDone: () => {
      onPublished();
      notify(`“${model.name}” is in force.`, () => back.send(publishing(before, new Date().toISOString())));
    },
  });
  const send = () => publish.send(publishing(model, new Date().toISOString()));
  usePageAction(`Publish “${model.name}”`, send);
  return (
    <div className={classes.publish}>
      <p>
        Health, risk and flags are computed by <strong>{before.name}</strong>. Publishing puts{' '}
        <strong>{model.name}</strong> in its place, for everybody and every day; who did it stays on record.
      </p>
      <Button onClick={send} loading={publish.sending}>
        Publish {model.name}
      </Button>
      <Refusal problem={publish.problem} />
    </div>
  );
}
