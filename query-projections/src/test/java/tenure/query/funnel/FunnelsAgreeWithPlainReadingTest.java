package tenure.query.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static tenure.query.lifecycle.Lifecycles.DAYS;
import static tenure.query.lifecycle.Lifecycles.FIRST_DAY;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenure.domain.funnel.event.FunnelDefined;
import tenure.domain.funnel.event.FunnelDefined.Exclusion;
import tenure.domain.funnel.event.FunnelDefined.Step;
import tenure.eventstore.drill.Drill;
import tenure.query.lifecycle.Lifecycles;
import tenure.query.lifecycle.Told;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource;
import tenure.query.shared.Standpoint;

/** Random lives, seen from random standpoints: the view says what a plain reading of all events says. */
class FunnelsAgreeWithPlainReadingTest {

    private static final int STANDPOINTS = 6;
    private static final int STANDPOINTS_OF_THE_CONTROL = 20;

    private static final List<FunnelDefined> FUNNELS = List.of(
            new FunnelDefined(
                    "ordered",
                    "Ordered",
                    "user.invited",
                    List.of(
                            step("Active", "user.activated", null, null),
                            step("Use", "usage.feature-used", null, 24 * 40),
                            step("Use again", "usage.feature-used", null, null),
                            step("Trained", "training.completed", "basics", null)),
                    "users",
                    "ordered",
                    24 * 90,
                    List.of(new Exclusion("user.deactivated", null, "Use again")),
                    Instant.EPOCH),
            new FunnelDefined(
                    "strict",
                    "Strict",
                    "user.invited",
                    List.of(
                            step("Active", "user.activated", null, null),
                            step("Use", "usage.feature-used", null, null),
                            step("Use again", "usage.feature-used", null, null)),
                    "users",
                    "strict",
                    null,
                    null,
                    Instant.EPOCH),
            new FunnelDefined(
                    "any",
                    "Any",
                    "license.sold",
                    List.of(
                            step("Ticket", "ticket.opened", null, null),
                            step("Edit", "usage.feature-used", "edit", null),
                            step("Ticket again", "ticket.opened", null, null)),
                    null,
                    "any",
                    24 * 200,
                    List.of(new Exclusion("customer.churned", "Ticket", "Ticket again")),
                    Instant.EPOCH));

    private static final Drill DRILL = new Drill("views");
    private static final List<Told> TOLD = new ArrayList<>();
    private static ProjectedLog log;

    private static Step step(String name, String event, String subject, Integer withinHours) {
        return new Step(name, event, 1, 0, null, null, false, subject, withinHours, null);
    }

    @BeforeAll
    static void live() {
        FUNNELS.forEach(funnel -> TOLD.add(new Told(UUID.randomUUID(), funnel)));
        TOLD.addAll(new Lifecycles(DRILL.random(1)).of(DRILL.amount("lifecycles", 200)));
        log = projected(DRILL.random(2));
    }

    @AfterAll
    static void close() {
        log.close();
    }

    private static ProjectedLog projected(SplittableRandom random) {
        var projected = new ProjectedLog();
        projected.recordMany(TOLD);
        projected.project(Asking.projection(projected), () -> 1 + random.nextInt(512));
        return projected;
    }

    /** A question that chance decides. */
    private record Asked(
            Standpoint at, String from, String to, String cohort, String unit, int horizon, String optional) {

        static Asked of(SplittableRandom random) {
            var day = FIRST_DAY.plusDays(random.nextInt(DAYS + 60));
            var position = random.nextInt(4) == 0 ? TOLD.size() : 1 + random.nextInt(TOLD.size());
            var from = random.nextInt(2) == 0 ? null : FIRST_DAY.plusDays(random.nextInt(150));
            var to = from == null || random.nextInt(2) == 0 ? null : from.plusDays(1 + random.nextInt(90));
            from = from != null && from.isAfter(day) ? null : from;
            var unit = List.of("users", "accounts", "seats").get(random.nextInt(3));
            return new Asked(
                    new Standpoint(new AsOf(day), position),
                    from == null ? null : from.toString(),
                    from == null || to == null ? null : to.toString(),
                    random.nextInt(4) == 0
                            ? YearMonth.from(FIRST_DAY)
                                    .plusMonths(random.nextInt(5))
                                    .toString()
                            : null,
                    unit,
                    1 + random.nextInt(120),
                    unit.equals("seats") || random.nextInt(2) == 0 ? null : String.valueOf(1 + random.nextInt(4)));
        }

        FunnelQuestion question() {
            return FunnelQuestion.of(
                    "onboarding",
                    Asking.of(
                            at.asOf().day().toString(),
                            "from",
                            from,
                            "to",
                            to,
                            "cohort",
                            cohort,
                            "unit",
                            unit,
                            "horizon",
                            String.valueOf(horizon),
                            "optional",
                            optional));
        }

        FunnelQuestion ofDefined(String funnelId) {
            return FunnelQuestion.of(funnelId, Asking.of(at.asOf().day().toString(), "from", from, "to", to));
        }

        Predicate<LocalDate> takes() {
            return day -> (from == null || !day.isBefore(LocalDate.parse(from)))
                    && (to == null || day.isBefore(LocalDate.parse(to)));
        }

        NaiveFunnels naive(boolean believesAll) {
            return new NaiveFunnels(TOLD, at.asOf().day(), at.position(), believesAll);
        }

        List<String> plainly(boolean believesAll) {
            return naive(believesAll)
                    .onboarding(
                            unit,
                            horizon,
                            optional == null ? Set.of() : new TreeSet<>(Set.of(Integer.parseInt(optional))),
                            takes(),
                            cohort == null ? null : YearMonth.parse(cohort));
        }
    }

    private static List<String> bars(Funnel funnel, boolean outOfOrder) {
        return funnel.steps().stream()
                .map(step -> step.reached() + "/" + step.open() + "/" + step.missed() + "/"
                        + (outOfOrder ? step.outOfOrder() : 0))
                .toList();
    }

    @Test
    void theOnboardingIsWhatAPlainReadingSays() {
        var random = DRILL.random(3);
        var controller = Asking.controller(log);
        for (int i = 0; i < STANDPOINTS; i++) {
            var asked = Asked.of(random);
            var funnel = controller.funnel(asked.question(), asked.at());
            assertThat(bars(funnel, !asked.unit().equals("seats")))
                    .as(asked.toString())
                    .isEqualTo(asked.plainly(false));
        }
    }

    @Test
    void aDefinedFunnelIsWhatAPlainReadingSays() {
        var random = DRILL.random(4);
        var controller = Asking.controller(log);
        for (int i = 0; i < STANDPOINTS; i++) {
            var asked = Asked.of(random);
            for (int number = 0; number < FUNNELS.size(); number++) {
                if (asked.at().position() <= number) {
                    continue;
                }
                var definition = FUNNELS.get(number);
                var funnel = controller.funnel(asked.ofDefined(definition.funnelId()), asked.at());
                var seen = new ArrayList<>(funnel.steps().stream()
                        .map(step -> step.reached() + "/" + step.open() + "/" + step.missed())
                        .toList());
                seen.add("removed " + funnel.removed().value());
                assertThat(seen)
                        .as(definition.funnelId() + " " + asked)
                        .isEqualTo(new NaiveDefined(asked.naive(false), definition).bars(asked.takes()));
            }
        }
    }

    @Test
    void activationIsWhatAPlainReadingSays() {
        var random = DRILL.random(8);
        var controller = new ActivationController(null, Asking.accounts(log));
        var source = new OnboardingFigures(Asking.accounts(log));
        for (int i = 0; i < STANDPOINTS; i++) {
            var asked = Asked.of(random);
            var days = 1 + random.nextInt(60);
            var threshold = 1 + random.nextInt(100);
            var answer = controller.activation(
                    ActivationController.asked(Asking.of(
                            asked.at().asOf().day().toString(),
                            "from",
                            asked.from(),
                            "to",
                            asked.to(),
                            "days",
                            String.valueOf(days),
                            "threshold",
                            String.valueOf(threshold))),
                    asked.at());
            var users = answer.clocks().stream()
                    .filter(cohort -> cohort.month() == null)
                    .map(cohort -> cohort.unit().word() + " " + cohort.entered() + " " + shown(cohort.loggedOn()) + " "
                            + shown(cohort.activated()) + " " + shown(cohort.trained()) + " " + shown(cohort.value()))
                    .toList();
            var seen = new ArrayList<>(List.of(
                    answer.people().of().value() + "/" + answer.people().among().value() + "/"
                            + answer.openPeople().value(),
                    answer.accounts().of().value() + "/"
                            + answer.accounts().among().value() + "/"
                            + answer.openAccounts().value()));
            seen.addAll(users);
            assertThat(seen)
                    .as(asked + " " + days + " " + threshold)
                    .isEqualTo(new NaiveActivation(asked.naive(false), days, threshold).answer(asked.takes()));
            for (var figure : List.of(
                    answer.people().of(),
                    answer.people().among(),
                    answer.openPeople(),
                    answer.accounts().of(),
                    answer.accounts().among(),
                    answer.openAccounts())) {
                assertThat(evidence(source, figure)).as(figure.explain()).isEqualTo(figure.value());
            }
        }
    }

    private static String shown(Activation.Clock clock) {
        return clock.reached() + "/" + clock.notYet() + "/"
                + (clock.times() == null
                        ? null
                        : clock.times().median() + "/" + clock.times().p90());
    }

    @Test
    void tasksAreWhatAPlainReadingSays() {
        var random = DRILL.random(9);
        var controller = new OnboardingController(null, Asking.accounts(log));
        var source = new OnboardingFigures(Asking.accounts(log));
        for (int i = 0; i < STANDPOINTS; i++) {
            var at = Asked.of(random).at();
            var naive = new NaiveFunnels(TOLD, at.asOf().day(), at.position(), false);
            var all = controller.onboardings(at);
            assertThat(all.stream()
                            .map(one -> one.customerId() + " " + one.state().word() + " "
                                    + one.progress().of().value() + "/"
                                    + one.progress().among().value() + " "
                                    + one.daysOver())
                            .sorted()
                            .toList())
                    .as(at.toString())
                    .isEqualTo(NaiveTasks.states(naive, at.asOf().day()));
            all.stream().limit(3).forEach(one -> {
                assertThat(evidence(source, one.progress().of()))
                        .isEqualTo(one.progress().of().value());
                assertThat(evidence(source, one.progress().among()))
                        .isEqualTo(one.progress().among().value());
            });
        }
    }

    @Test
    void aPlainReadingThatBelievesWhatWasTakenBackIsFoundOut() {
        var random = DRILL.random(3);
        var controller = Asking.controller(log);
        assertThat(IntStream.range(0, STANDPOINTS_OF_THE_CONTROL)
                        .mapToObj(i -> Asked.of(random))
                        .toList())
                .anySatisfy(asked -> assertThat(bars(controller.funnel(asked.question(), asked.at()), true))
                        .isNotEqualTo(asked.plainly(true)));
    }

    @Test
    void theTrendAndTheGroupsAddUpToTheFunnel() {
        var random = DRILL.random(5);
        var controller = Asking.controller(log);
        var splits = Asking.splits(log);
        for (int i = 0; i < STANDPOINTS; i++) {
            var asked = Asked.of(random);
            var question = i % 3 == 0 && asked.at().position() > 3 ? asked.ofDefined("any") : asked.question();
            var funnel = controller.funnel(question, asked.at());
            var interval = Split.Interval.values()[random.nextInt(3)];
            var trend = splits.trend(question, interval, asked.at());
            assertThat(sums(
                            trend.points().stream()
                                    .map(FunnelSplits.TrendPoint::steps)
                                    .toList(),
                            funnel))
                    .isEqualTo(bars(funnel, true));
            var by = List.of("plan", "owner", "contract-month", "profile.industry")
                    .get(random.nextInt(4));
            var attribution = Split.Attribution.values()[random.nextInt(3)];
            var groups = splits.breakdown(question, by, attribution, random.nextInt(3), asked.at());
            assertThat(sums(
                            groups.groups().stream()
                                    .map(FunnelSplits.FunnelGroup::steps)
                                    .toList(),
                            funnel))
                    .isEqualTo(bars(funnel, true));
        }
    }

    private static List<String> sums(List<List<Funnel.FunnelStep>> parts, Funnel funnel) {
        return IntStream.range(0, funnel.steps().size())
                .mapToObj(step -> {
                    var steps = parts.stream().map(part -> part.get(step)).toList();
                    return steps.stream().mapToLong(Funnel.FunnelStep::reached).sum() + "/"
                            + steps.stream().mapToLong(Funnel.FunnelStep::open).sum() + "/"
                            + steps.stream()
                                    .mapToLong(Funnel.FunnelStep::missed)
                                    .sum() + "/"
                            + steps.stream()
                                    .mapToLong(Funnel.FunnelStep::outOfOrder)
                                    .sum();
                })
                .toList();
    }

    @Test
    void everyFigureIsTheSumOfItsEvidenceAndTheNumberOfItsMembers() {
        var random = DRILL.random(6);
        var controller = Asking.controller(log);
        var source = Asking.figures(log);
        for (int i = 0; i < STANDPOINTS / 5; i++) {
            var asked = Asked.of(random);
            var question = asked.question();
            var funnel = controller.funnel(question, asked.at());
            for (var step : funnel.steps()) {
                var figures = step.figures();
                for (var figure : List.of(
                        figures.reached(),
                        figures.open(),
                        figures.missed(),
                        figures.outOfOrder(),
                        figures.dropOff().among())) {
                    assertThat(evidence(source, figure)).as(figure.explain()).isEqualTo(figure.value());
                }
                assertThat(controller
                                .members(question, step.index(), Side.REACHED, 0, Integer.MAX_VALUE, asked.at())
                                .members()
                                .stream()
                                .mapToLong(FunnelMembers.FunnelMember::count)
                                .sum())
                        .isEqualTo(step.reached());
            }
            var groups =
                    Asking.splits(log).breakdown(question, "profile.industry", Split.Attribution.LAST, 0, asked.at());
            for (var group : groups.groups()) {
                var figure = group.steps().getLast().figures().overall().among();
                assertThat(evidence(source, figure)).as(figure.explain()).isEqualTo(figure.value());
            }
        }
    }

    /** Asks as the address of the figure does. */
    private static long evidence(FigureSource source, Figure figure) {
        var parameters = new HashMap<String, String>();
        for (var part : figure.explain().split("\\?", 2)[1].split("&")) {
            var sides = part.split("=", 2);
            parameters.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return source
                .evidence(new FigureSource.Asked(
                        parameters.get("figure"),
                        new Standpoint(
                                new AsOf(LocalDate.parse(parameters.get("asOf"))),
                                Long.parseLong(parameters.get("knownAt"))),
                        parameters.get("customer"),
                        parameters.get("subject"),
                        null))
                .stream()
                .peek(thing -> assertThat(thing.positions()).isNotEmpty())
                .mapToLong(FigureSource.Evidence::counts)
                .sum();
    }
}
