package tenure.query.churnrisk.timeline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.series.RiskBook;
import tenure.query.churnrisk.series.RiskDrafts;
import tenure.query.churnrisk.signals.SignalCatalogue;
import tenure.query.churnrisk.sweep.RiskDefinitions;
import tenure.query.churnrisk.timeline.RiskTimeline.Day;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;
import tenure.query.life.LifeViews;
import tenure.query.life.Lives;
import tenure.query.life.LivesProjection;
import tenure.query.shared.Answers;
import tenure.query.shared.AsOf;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;

/** Reads the risk of one customer. */
@RestController
@Tag(name = "Risk")
class RiskController {

    private static final int USUAL_DAYS = 182;
    private static final int MOST_EVENTS = 50;

    private final Answers answers;
    private final LifeViews views;
    private final Lives lives;
    private final RiskDrafts drafts;

    RiskController(Answers answers, LifeViews views, Lives lives, RiskDrafts drafts) {
        this.answers = answers;
        this.views = views;
        this.lives = lives;
        this.drafts = drafts;
    }

    @GetMapping("/api/v1/customers/{customerId}/risk")
    @Operation(
            summary = "Health and risk of a customer, day by day, with the contribution of each signal",
            description = "The whole line is computed by one model: that in force, or the one named. Without 'from' it"
                    + " covers the last 182 days.")
    @ReadParameters({"from", "to", "knownAt", "model"})
    RiskTimeline timeline(@PathVariable String customerId, Question question) {
        var to = lastDay(question);
        var from = from(question, to);
        return answers.seen(LivesProjection.NAME, question, at -> {
            var model = drafts.asked(question.text("model"), lives.definitions(at.position()));
            var found = views.of(
                    RiskBook.VIEW,
                    customerId,
                    at.position(),
                    (life, definitions) -> seen(life, definitions, model, from, to, question.asOf(), at.position()));
            return found(found, customerId, question.asOf());
        });
    }

    private static @Nullable RiskTimeline seen(
            Life life, Life definitions, RiskModel model, LocalDate from, LocalDate to, AsOf asOf, long position) {
        var fold = TimelineFold.of(
                life, new RiskDefinitions(definitions), model, (int) from.toEpochDay(), (int) to.toEpochDay());
        return fold.last() == null && life.events().isEmpty()
                ? null
                : new RiskTimeline(
                        asOf.day(),
                        position,
                        life.customerId(),
                        ModelSeen.of(model),
                        fold.parts(),
                        fold.days(),
                        fold.flags(),
                        Pins.marks(definitions, asOf),
                        Pins.of(life, asOf));
    }

    @GetMapping("/api/v1/customers/{customerId}/risk/changes")
    @Operation(
            summary =
                    "What changed in the health of a customer between the ends of two days, with the events behind it",
            description = "Here 'from' and 'to' are the two days themselves; by default the day asked about and the one"
                    + " 30 days before.")
    @ReadParameters({"from", "to", "knownAt", "model"})
    RiskChanges changes(@PathVariable String customerId, Question question) {
        var asked = question.day("to");
        var to = asked == null || asked.isAfter(question.asOf().day())
                ? question.asOf().day()
                : asked;
        var since = question.day("from");
        var from = since == null ? to.minusDays(30) : since;
        if (from.isAfter(to)) {
            throw Refusals.badParameter("from", "ENDS_BEFORE_IT_BEGINS", "'from' must not be after 'to' (" + to + ").");
        }
        return answers.seen(LivesProjection.NAME, question, at -> {
            var model = drafts.asked(question.text("model"), lives.definitions(at.position()));
            var found = views.of(
                    RiskBook.VIEW,
                    customerId,
                    at.position(),
                    (life, definitions) -> life.events().isEmpty()
                            ? null
                            : changed(life, definitions, model, from, to, question.asOf(), at.position()));
            return found(found, customerId, question.asOf());
        });
    }

    private static RiskChanges changed(
            Life life, Life definitions, RiskModel model, LocalDate from, LocalDate to, AsOf asOf, long position) {
        var defined = new RiskDefinitions(definitions);
        var before = TimelineFold.of(life, defined, model, (int) from.toEpochDay(), (int) from.toEpochDay());
        var after = TimelineFold.of(life, defined, model, (int) to.toEpochDay(), (int) to.toEpochDay());
        var one = before.last();
        var other = after.last();
        var healthBefore = one == null ? null : one.health();
        var healthAfter = other == null ? null : other.health();
        return new RiskChanges(
                asOf.day(),
                position,
                life.customerId(),
                ModelSeen.of(model),
                from,
                to,
                healthBefore,
                healthAfter,
                healthBefore == null || healthAfter == null ? null : healthAfter.subtract(healthBefore),
                one == null ? null : one.risk(),
                other == null ? null : other.risk(),
                one == null || other == null || healthBefore == null || healthAfter == null
                        ? List.of()
                        : parts(life, after, one, other),
                RiskChanges.NOTE);
    }

    private static List<RiskChanges.RiskChange> parts(Life life, TimelineFold fold, Day one, Day other) {
        var changes = new ArrayList<RiskChanges.RiskChange>();
        var parts = fold.parts();
        for (int part = 0; part < parts.size(); part++) {
            var events = behind(life, parts.get(part).signal(), one.day(), other.day());
            changes.add(new RiskChanges.RiskChange(
                    parts.get(part).signal(),
                    parts.get(part).words(),
                    parts.get(part).unit(),
                    one.values().get(part),
                    other.values().get(part),
                    one.contributions().get(part),
                    other.contributions().get(part),
                    other.contributions().get(part).subtract(one.contributions().get(part)),
                    events.stream().limit(MOST_EVENTS).map(LifeEvent::position).toList(),
                    events.size()));
        }
        changes.removeIf(change -> change.change().signum() == 0 && isSame(change.valueFrom(), change.valueTo()));
        changes.sort(Comparator.<RiskChanges.RiskChange, BigDecimal>comparing(
                        change -> change.change().abs())
                .reversed());
        return changes;
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private static List<LifeEvent> behind(Life life, String id, LocalDate after, LocalDate until) {
        var signal = SignalCatalogue.named(id);
        return signal == null
                ? List.of()
                : life.events().stream()
                        .filter(event -> signal.events().contains(event.event().getClass()))
                        .filter(event -> {
                            var day = LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
                            return day.isAfter(after) && !day.isAfter(until);
                        })
                        .sorted(Comparator.comparing(LifeEvent::occurredAt)
                                .thenComparingLong(LifeEvent::position)
                                .reversed())
                        .toList();
    }

    private static LocalDate lastDay(Question question) {
        var asOf = question.asOf().day();
        var end = question.day("to");
        return end == null || end.isAfter(asOf) ? asOf : end.minusDays(1);
    }

    private static LocalDate from(Question question, LocalDate to) {
        var asked = question.day("from");
        var from = asked == null ? to.minusDays(USUAL_DAYS - 1) : asked;
        if (from.isAfter(to)) {
            throw Refusals.badParameter("from", "ENDS_BEFORE_IT_BEGINS", "'from' must be before 'to'.");
        }
        return from;
    }

    private static <A> A found(@Nullable A answer, String customerId, AsOf asOf) {
        if (answer == null) {
            throw Refusals.notFound(
                    "UNKNOWN_CUSTOMER",
                    "There is no customer '" + customerId + "' that anything was told of by " + asOf.day() + ".");
        }
        return answer;
    }
}
