package tenure.query.churnrisk.evaluation;

import static java.util.stream.Collectors.toSet;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.ExitInterviewed;
import tenure.domain.customer.event.OwnerAssigned;
import tenure.query.churnrisk.evaluation.Jobs.Progress;
import tenure.query.churnrisk.evaluation.Replay.Span;
import tenure.query.churnrisk.model.DefaultModel;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.series.LifeCrew;
import tenure.query.churnrisk.statistics.drivers.Drivers;
import tenure.query.churnrisk.statistics.drivers.InterventionEffect;
import tenure.query.churnrisk.statistics.learning.Learner;
import tenure.query.churnrisk.statistics.learning.LearningRules;
import tenure.query.churnrisk.sweep.RiskDefinitions;
import tenure.query.churnrisk.timeline.ModelSeen;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;
import tenure.query.life.Lives;
import tenure.query.shared.Standpoint;

/** Replays models over all lives as they were known, and makes answers of what comes out. */
@Component
class Replays {

    private static final int MOST_ROWS = 40_000;
    private static final int MOST_ROWS_TO_LEARN_FROM = 12_000;
    private static final int MONTHS_TO_LEARN_FROM = 24;
    private static final int WHOLE = 1_000;
    private static final int MOST_CHANGES = 500;
    private static final int MOST_POSITIONS = 50;
    private static final long SEED = 20_241_201;

    private final Lives lives;
    private final LifeCrew crew;
    private final TransactionTemplate snapshot;

    Replays(Lives lives, LifeCrew crew, PlatformTransactionManager transactions) {
        this.lives = lives;
        this.crew = crew;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What is replayed.
     *
     * @param from first month of observations; null: of the 24 months before the last
     * @param to   last month; null: the last one whose end lies a horizon before the day
     */
    record Asked(
            Standpoint at,
            @Nullable YearMonth from,
            @Nullable YearMonth to) {
        Span span(int horizonDays, int share) {
            var day = at.asOf().day();
            var end = to == null ? YearMonth.from(day.minusDays(horizonDays)) : to;
            var last = end.atEndOfMonth().plusDays(horizonDays).isAfter(day) && to == null ? end.minusMonths(1) : end;
            var first = from == null ? last.minusMonths(23) : from;
            return new Span(first, last, horizonDays, (int) day.toEpochDay(), share);
        }
    }

    private record Done(Replay replay, Span span, int colleagues) {}

    private Done replay(Asked asked, List<Speaker> speakers, int mostRows, Progress progress, Consumer<Life> also) {
        return transaction(() -> {
            var definitions = new RiskDefinitions(lives.definitions(asked.at.position()));
            int horizon = speakers.getFirst().first().horizonDays();
            var whole = asked.span(horizon, WHOLE);
            long customers = Math.max(1, lives.changedSince(0).size());
            long months = Math.max(1, whole.from().until(whole.to(), java.time.temporal.ChronoUnit.MONTHS) + 1);
            int share = Math.clamp(WHOLE * (long) mostRows / (customers * months), 1, WHOLE);
            var span = asked.span(horizon, share);
            var replay = new Replay(definitions, span, speakers);
            progress.by(replay::customers);
            var owners = new ConcurrentHashMap<String, Boolean>();
            crew.each(receiver -> lives.each(asked.at.position(), life -> replay.number(life, receiver)), life -> {
                replay.take(life);
                also.accept(life);
                life.events().forEach(event -> {
                    if (event.event() instanceof OwnerAssigned assigned) {
                        owners.put(assigned.owner(), true);
                    }
                });
            });
            return new Done(replay, span, Math.max(1, owners.size()));
        });
    }

    private <A> A transaction(java.util.function.Supplier<A> work) {
        return java.util.Objects.requireNonNull(snapshot.execute(status -> work.get()));
    }

    RiskEvaluation evaluation(Asked asked, RiskModel model, Progress progress) {
        var done = replay(asked, List.of(Speaker.always(model)), MOST_ROWS, progress, life -> {});
        return new RiskEvaluation(
                asked.at.asOf().day(),
                asked.at.position(),
                ModelSeen.of(model),
                done.span.from(),
                done.span.to(),
                done.span.share(),
                model.learned() != null,
                Quality.of(done.replay.of(0), done.span, done.colleagues),
                RiskEvaluation.METHOD);
    }

    WhatIf whatIf(Asked asked, RiskModel current, RiskModel draft, Progress progress) {
        var done =
                replay(asked, List.of(Speaker.always(current), Speaker.always(draft)), MOST_ROWS, progress, life -> {});
        var changes = done.replay.changes();
        return new WhatIf(
                asked.at.asOf().day(),
                asked.at.position(),
                ModelSeen.of(current),
                ModelSeen.of(draft),
                Quality.of(done.replay.of(0), done.span, done.colleagues),
                Quality.of(done.replay.of(1), done.span, done.colleagues),
                changes.stream().limit(MOST_CHANGES).toList(),
                changes.size(),
                (int) changes.stream()
                        .filter(change -> !change.before().equals(change.after()))
                        .count(),
                RiskEvaluation.METHOD);
    }

    LearnAnswer learn(Asked asked, String modelId, int horizonDays, Progress progress) {
        var horizon = withHorizon(horizonDays);
        var done = replay(asked, List.of(Speaker.always(horizon)), MOST_ROWS_TO_LEARN_FROM, progress, life -> {});
        var rows = done.replay.of(0).rows.observations();
        return LearnAnswer.of(asked.at, modelId, new Learner(LearningRules.DEFAULT).learn(rows, done.span.today()));
    }

    private static RiskModel withHorizon(int days) {
        var base = DefaultModel.MODEL;
        return new RiskModel(
                base.modelId(),
                base.name(),
                0,
                days,
                base.signals(),
                base.caps(),
                base.bands(),
                base.raiseAt(),
                base.clearAt(),
                base.dwellDays(),
                null);
    }

    /** Learns at the end of each month from what was closed by then, and lets that speak of the days to come. */
    LearnedEvaluation walkForward(Asked asked, int horizonDays, Progress progress) {
        var horizon = withHorizon(horizonDays);
        var whole = asked.span(horizonDays, WHOLE);
        var earlier = new Asked(asked.at, whole.from().minusMonths(MONTHS_TO_LEARN_FROM), whole.to());
        var known = replay(earlier, List.of(Speaker.always(horizon)), MOST_ROWS_TO_LEARN_FROM, progress, life -> {});
        var walk = WalkForward.over(known.replay.of(0).rows.observations(), whole.from(), whole.to());
        var done = walk.models().isEmpty()
                ? null
                : replay(asked, List.of(Speaker.from(walk.models())), MOST_ROWS, progress, life -> {});
        var quality = done == null ? null : Quality.of(done.replay.of(0), done.span, done.colleagues);
        return new LearnedEvaluation(
                asked.at.asOf().day(),
                asked.at.position(),
                horizonDays,
                whole.from(),
                whole.to(),
                done == null ? known.span.share() : done.span.share(),
                walk.months(),
                quality,
                quality == null ? sentence(walk) : quality.verdict(),
                LearnedEvaluation.METHOD);
    }

    private static String sentence(WalkForward walk) {
        return walk.months().isEmpty()
                ? "No month end whose horizon is over lies in this range."
                : walk.months().getLast().sentence();
    }

    DriversAnswer drivers(Asked asked, int horizonDays, Progress progress) {
        var reasons = new ConcurrentHashMap<String, List<LifeEvent>>();
        var end = asked.at.asOf().end();
        var done = replay(
                asked, List.of(Speaker.always(withHorizon(horizonDays))), MOST_ROWS_TO_LEARN_FROM, progress, life -> {
                    for (var event : life.events()) {
                        if (event.occurredAt().isBefore(end)) {
                            codes(event.event())
                                    .forEach(code -> reasons.computeIfAbsent(
                                                    code,
                                                    _ -> java.util.Collections.synchronizedList(new ArrayList<>()))
                                            .add(event));
                        }
                    }
                });
        var rows = done.replay.of(0).rows;
        var observations = rows.observations().closedBy(done.span.today());
        return new DriversAnswer(
                asked.at.asOf().day(),
                asked.at.position(),
                horizonDays,
                observations.rows(),
                observations.customers(),
                observations.lostCustomers(),
                Drivers.of(observations),
                reasons(new TreeMap<>(reasons)),
                interventions(done.replay.treated(), rows.rows(), done.span));
    }

    private static List<String> codes(Object event) {
        return switch (event) {
            case CustomerChurned churned -> List.of(churned.reasonCode());
            case ExitInterviewed interview -> {
                var codes = new HashSet<>(interview.reasonCodes());
                codes.add(interview.reasonCode());
                yield List.copyOf(codes);
            }
            default -> List.of();
        };
    }

    private static List<DriversAnswer.Reason> reasons(Map<String, List<LifeEvent>> events) {
        return events.entrySet().stream()
                .map(entry -> new DriversAnswer.Reason(
                        entry.getKey(),
                        count(entry.getValue(), CustomerChurned.class),
                        count(entry.getValue(), ExitInterviewed.class),
                        entry.getValue().stream()
                                .map(LifeEvent::position)
                                .sorted(java.util.Comparator.reverseOrder())
                                .limit(MOST_POSITIONS)
                                .toList()))
                .sorted(java.util.Comparator.comparingInt(
                                (DriversAnswer.Reason reason) -> reason.churned() + reason.interviewed())
                        .reversed()
                        .thenComparing(DriversAnswer.Reason::code))
                .toList();
    }

    private static int count(List<LifeEvent> events, Class<?> type) {
        return (int)
                events.stream().filter(event -> type.isInstance(event.event())).count();
    }

    private static InterventionEffect interventions(
            List<InterventionEffect.Case> treated, List<ObservedRows.Row> rows, Span span) {
        var customers = treated.stream().map(InterventionEffect.Case::customer).collect(toSet());
        Function<ObservedRows.Row, InterventionEffect.Case> of = row -> new InterventionEffect.Case(
                row.customer(),
                row.day(),
                StrictMath.log(row.probability() / (1 - row.probability())),
                row.ageDays(),
                row.lostOn() - (long) row.day() <= span.horizonDays());
        var others = treated.isEmpty()
                ? List.<InterventionEffect.Case>of()
                : rows.stream()
                        .filter(row -> !customers.contains(row.customer()))
                        .filter(row -> row.day() + span.horizonDays() <= span.today())
                        .map(of)
                        .toList();
        return InterventionEffect.of(treated, others, InterventionEffect.Calipers.DEFAULT, SEED);
    }
}
