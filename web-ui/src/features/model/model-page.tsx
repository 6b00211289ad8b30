import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useSayModel } from '../../shared/api/page-model';
import { type StandpointQuery, useStandpoint } from '../../shared/api/use-standpoint';
import type { ModelList } from '../../shared/risk/evaluation-answers';
import { modelInWords } from '../../shared/risk/risk-words';
import { notify } from '../../shared/ui/notice-store';
import { PageHeading } from '../../shared/ui/page-heading';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { SelectField } from '../../shared/ui/select-field';
import { oneOf } from '../../shared/url/search-values';
import { CustomerPart } from './customer-part';
import { DraftPane } from './draft-pane';
import { type Listed, listed } from './draft';
import { LearnPart } from './learn-part';
import { LearnedEffects } from './learned-effects';
import classes from './model-page.module.css';
import { type ModelSearch, type Part, PARTS } from './model-search';
import { PublishForm } from './publish-form';
import { QualityPart } from './quality-part';
import { useDrafts, useModels } from './use-models';
import { WhatIfPart } from './what-if-part';

const route = getRouteApi('/model');

const TITLES: Record<Part, string> = {
  whatif: 'What if',
  quality: 'How good',
  customer: 'One customer',
  learn: 'Learn',
};

/** Where risk models are drafted, tried on the history, learned and published. */
export function ModelPage() {
  const standpoint = useStandpoint();
  const models = useModels(standpoint);
  return (
    <div className={classes.page}>
      <PageHeading
        title="Model studio"
        lead="What health is made of. Change it in a draft, replay it over the history, and publish it when it is better."
      />
      {models.data !== undefined && standpoint !== undefined ? (
        <Studio models={models.data} standpoint={standpoint} />
      ) : models.isError ? (
        <ProblemMessage error={models.error} onRetry={() => void models.refetch()} />
      ) : (
        <Skeleton height="48rem" radius="md" role="status" aria-label="Loading the models" />
      )}
    </div>
  );
}

function Studio({ models, standpoint }: { models: ModelList; standpoint: StandpointQuery }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const drafts = useDrafts();
  const all = listed(models);
  const inForce = all.find(({ kind }) => kind === 'in force')?.model ?? models.builtIn;
  const { model, kind }: Listed = all.find((each) => each.model.modelId === search.model) ?? {
    model: inForce,
    kind: 'in force',
  };
  useSayModel(modelInWords(inForce));
  const part = search.part ?? 'quality';
  const change = (changed: ModelSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...changed }), replace: true, resetScroll: false });
  const identity = `${model.modelId} ${JSON.stringify(model)}`;

  return (
    <>
      <div className={classes.tools}>
        <SelectField
          label="Model"
          inline
          value={model.modelId}
          onChange={(modelId) => change({ model: modelId === inForce.modelId ? undefined : modelId })}
          options={all.map((each) => ({ value: each.model.modelId, label: `${each.model.name} – ${each.kind}` }))}
        />
        {kind === 'draft' && (
          <Button
            size="xs"
            variant="default"
            loading={drafts.busy}
            onClick={() => void drafts.drop(model.modelId).then(() => change({ model: undefined }))}
          >
            Drop the draft
          </Button>
        )}
      </div>
      <div className={classes.split}>
        <div className={classes.pane}>
          {model.learned === null ? (
            <DraftPane
              key={identity}
              model={model}
              taken={[models.builtIn.modelId, ...models.published.map(({ modelId }) => modelId)]}
              onKept={(modelId) => change({ model: modelId, part: 'whatif' })}
            />
          ) : (
            <LearnedEffects model={model} />
          )}
          {kind !== 'in force' && (
            <PublishForm
              key={model.modelId}
              model={model}
              before={inForce}
              onPublished={() => {
                change({ model: undefined, part: 'quality' });
                if (kind === 'draft') {
                  void drafts.drop(model.modelId).catch(() => notify('The draft of it could not be dropped.'));
                }
              }}
            />
          )}
        </div>
        <div className={classes.results}>
          <SegmentedControl
            size="xs"
            aria-label="Part"
            value={part}
            onChange={(value) => change({ part: oneOf(PARTS, value) })}
            data={PARTS.map((value) => ({ value, label: TITLES[value] }))}
          />
          {part === 'whatif' && (
            <WhatIfPart key={identity} model={model} isInForce={kind === 'in force'} standpoint={standpoint} />
          )}
          {part === 'quality' && <QualityPart key={identity} model={model} standpoint={standpoint} />}
          {part === 'customer' && (
            <CustomerPart
              key={identity}
              model={model}
              standpoint={standpoint}
              customerId={search.customer}
              onChoose={(customer) => change({ customer })}
            />
          )}
          {part === 'learn' && (
            <LearnPart
              standpoint={standpoint}
              horizonDays={search.learn}
              onLearn={(learn) => change({ learn })}
              onOpen={(modelId) => change({ model: modelId, part: 'whatif' })}
            />
          )}
        </div>
      </div>
    </>
  );
}
