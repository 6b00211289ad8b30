import { useState } from 'react';
import type { RiskModel } from '../../shared/risk/evaluation-answers';
import { useSignals } from '../../shared/risk/use-signals';
import { notify } from '../../shared/ui/notice-store';
import { usePageAction } from '../../shared/ui/page-actions';
import { bodyOf, draftOf } from './draft';
import { ModelEditor } from './model-editor';
import { useDrafts } from './use-models';

interface Props {
  model: RiskModel;
  /** Ids that a draft cannot have. */
  taken: readonly string[];
  onKept: (modelId: string) => void;
}

/** A draft that begins as the model, until it is kept. */
export function DraftPane({ model, taken, onKept }: Props) {
  const [draft, setDraft] = useState(() => draftOf(model, taken));
  const signals = useSignals();
  const drafts = useDrafts();
  const keep = () =>
    void drafts.keep(bodyOf(draft)).then(
      (kept) => {
        notify(`The draft “${kept.name}” is kept.`);
        onKept(kept.modelId);
      },
      // Why it was refused stands in the form.
      () => undefined,
    );
  usePageAction('Keep the draft and replay it', keep);
  return (
    <ModelEditor
      draft={draft}
      signals={signals.data ?? []}
      busy={drafts.busy}
      problem={drafts.problem}
      taken={taken}
      onChange={setDraft}
      onKeep={keep}
    />
  );
}
