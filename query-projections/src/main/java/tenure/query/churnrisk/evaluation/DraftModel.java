package tenure.query.churnrisk.evaluation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.churnrisk.model.DefaultModel;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.model.RiskModel.Band;
import tenure.query.churnrisk.model.RiskModel.Cap;
import tenure.query.churnrisk.model.RiskModel.Weight;
import tenure.query.churnrisk.signals.SignalCatalogue;
import tenure.query.shared.Near;
import tenure.query.shared.Refusals;

/**
 * A model as somebody drafts it: the body of {@code publish-risk-model}. What is left out is as in the built-in model; a body
 * of a {@code modelId} alone names a draft that is kept, or a published model.
 */
record DraftModel(
        String modelId,
        @Nullable String name,
        @Nullable Integer horizonDays,
        @Nullable List<DraftSignal> signals,
        @Nullable List<Cap> caps,
        @Nullable List<Band> bands,
        @Nullable Integer raiseAt,
        @Nullable Integer clearAt,
        @Nullable Integer dwellDays) {

    private static final int MOST_DAYS = 3_650;
    private static final int MOST_WEIGHT = 1_000_000;

    /** One signal; without anchors those of the catalogue. */
    record DraftSignal(
            String signal,
            int weight,
            @Nullable BigDecimal poor,
            @Nullable BigDecimal good,
            @Nullable String whenMissing) {}

    /** Whether it only names a model. */
    boolean isName() {
        return equals(new DraftModel(modelId, null, null, null, null, null, null, null, null));
    }

    /** As a model, or a refusal with a sentence. */
    RiskModel checked() {
        var base = DefaultModel.MODEL;
        check(modelId != null && modelId.matches("[A-Za-z0-9._-]{1,64}"), "modelId", "An id is needed.");
        var drafted = signals == null
                ? base.signals()
                : signals.stream().map(DraftModel::weight).toList();
        var model = new RiskModel(
                modelId,
                name == null ? modelId : name,
                0,
                horizonDays == null ? base.horizonDays() : horizonDays,
                drafted,
                caps == null ? ofBuiltIn(drafted) : caps,
                bands == null ? base.bands() : bands,
                raiseAt == null ? base.raiseAt() : raiseAt,
                clearAt == null ? base.clearAt() : clearAt,
                dwellDays == null ? base.dwellDays() : dwellDays,
                null);
        checkSignals(model.signals());
        checkBands(model.bands());
        for (var cap : model.caps()) {
            check(
                    model.signals().stream().anyMatch(each -> each.signal().equals(cap.signal()))
                            && model.bands().stream()
                                    .anyMatch(each -> each.band().equals(cap.band()))
                            && cap.atOrBelow() != null,
                    "caps",
                    "A cap names a signal and a band of the model, and a value.");
        }
        check(
                model.horizonDays() >= 1 && model.horizonDays() <= MOST_DAYS,
                "horizonDays",
                "Must lie between 1 and " + MOST_DAYS + ".");
        check(
                model.dwellDays() >= 0 && model.dwellDays() <= MOST_DAYS,
                "dwellDays",
                "Must lie between 0 and " + MOST_DAYS + ".");
        check(
                model.raiseAt() >= 0 && model.clearAt() <= 100 && model.clearAt() >= model.raiseAt(),
                "clearAt",
                "Must not be less than raiseAt; both lie between 0 and 100.");
        return model;
    }

    /** The caps of the built-in model, as far as the draft has their signals. */
    private List<Cap> ofBuiltIn(List<Weight> drafted) {
        return bands != null
                ? List.of()
                : DefaultModel.MODEL.caps().stream()
                        .filter(cap -> drafted.stream()
                                .anyMatch(weight -> weight.signal().equals(cap.signal())))
                        .toList();
    }

    private static Weight weight(DraftSignal draft) {
        var signal = draft.signal() == null ? null : SignalCatalogue.named(draft.signal());
        if (signal == null) {
            throw refusal(
                    "signals",
                    "There is no signal '" + draft.signal() + "'."
                            + Near.hint(
                                    String.valueOf(draft.signal()),
                                    SignalCatalogue.SIGNALS.stream()
                                            .map(each -> each.id())
                                            .toList()));
        }
        var poor = draft.poor() == null ? BigDecimal.valueOf(signal.poor()) : draft.poor();
        var good = draft.good() == null ? BigDecimal.valueOf(signal.good()) : draft.good();
        check(poor.compareTo(good) != 0, "signals", "Poor and good of '" + draft.signal() + "' must differ.");
        check(
                draft.weight() >= 0 && draft.weight() <= MOST_WEIGHT,
                "signals",
                "A weight lies between 0 and " + MOST_WEIGHT + ".");
        var whenMissing = draft.whenMissing() == null ? "skip" : draft.whenMissing();
        check(whenMissing.equals("skip") || whenMissing.equals("poor"), "signals", "whenMissing is skip or poor.");
        return new Weight(draft.signal(), draft.weight(), poor, good, whenMissing);
    }

    private static void checkSignals(List<Weight> signals) {
        var names = new HashSet<String>();
        check(
                signals.stream().allMatch(each -> names.add(each.signal())),
                "signals",
                "Each signal can stand in it once.");
        check(signals.stream().anyMatch(each -> each.weight() > 0), "signals", "At least one weight must not be 0.");
    }

    private static void checkBands(List<Band> bands) {
        int last = -1;
        var names = new HashSet<String>();
        for (var band : bands) {
            check(
                    band.band() != null && names.add(band.band()) && band.from() > last && band.from() <= 100,
                    "bands",
                    "Bands have names of their own and begin one above the other.");
            last = band.from();
        }
        check(!bands.isEmpty() && bands.getFirst().from() == 0, "bands", "The first band must begin at 0.");
        check(bands.size() <= 8, "bands", "There can be eight bands.");
    }

    private static void check(boolean right, String field, String detail) {
        if (!right) {
            throw refusal(field, detail);
        }
    }

    private static RuntimeException refusal(String field, String detail) {
        return Refusals.badParameter(field, "INVALID_MODEL", detail);
    }
}
