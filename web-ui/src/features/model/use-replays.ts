import { answerOf, api } from '../../shared/api/client';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { LearnAnswer, Replayed, RiskEvaluation, RiskModel, WhatIf } from '../../shared/risk/evaluation-answers';
import { useReplayed } from '../../shared/risk/use-replayed';

/** How good a model was on the history up to the standpoint. */
export function useEvaluation(standpoint: StandpointQuery, model: RiskModel, enabled: boolean) {
  return useReplayed(['risk-evaluation', standpoint, model], enabled, (signal) =>
    answerOf<Replayed<RiskEvaluation>>(
      api.GET('/api/v1/risk/evaluation', { signal, params: { query: { ...standpoint, model: model.modelId } } }),
    ),
  );
}

/** A model beside the one in force, over the same history. */
export function useWhatIf(standpoint: StandpointQuery, model: RiskModel, enabled: boolean) {
  return useReplayed(['risk-what-if', standpoint, model], enabled, (signal) =>
    answerOf<Replayed<WhatIf>>(
      api.POST('/api/v1/risk/whatif', {
        signal,
        params: { query: { ...standpoint } },
        // A body of an id alone names a model that is kept or published.
        body: {
          modelId: model.modelId,
          name: null,
          horizonDays: null,
          signals: null,
          caps: null,
          bands: null,
          raiseAt: null,
          clearAt: null,
          dwellDays: null,
        },
      }),
    ),
  );
}

/** What the history teaches. What was learned is kept as a draft. */
export function useLearning(standpoint: StandpointQuery, horizonDays: string | undefined) {
  return useReplayed(['risk-learn', standpoint, horizonDays], horizonDays !== undefined, (signal) =>
    answerOf<Replayed<LearnAnswer>>(
      api.POST('/api/v1/risk/learn', {
        signal,
        params: { query: { ...standpoint } },
        body: { modelId: null, horizonDays: Number(horizonDays) },
      }),
    ),
  );
}
