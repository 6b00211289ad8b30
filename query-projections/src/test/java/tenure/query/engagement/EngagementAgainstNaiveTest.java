package tenure.query.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tenure.domain.usage.event.FeatureUsed;
import tenure.eventstore.drill.Drill;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;
import tenure.query.engagement.EngagementCount.FindEngagement;
import tenure.query.engagement.NaiveLog.Told;
import tenure.query.life.ProjectedLives;
import tenure.query.people.ProjectedPeople;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource.Asked;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.Standpoint;

/** Random people, projected in pages of any size, asked on any day and as of any knowledge, against plain loops. */
class EngagementAgainstNaiveTest {

    private static final int LIFECYCLES_AT_ONCE = 20;
    private static final int EVENTS_OF_EACH = 60;
    private static final int QUESTIONS = 8;

    private final Drill drill = new Drill("views");

    @Test
    void answersAreThoseOfPlainLoopsAndFiguresThoseOfTheirEvidence() {
        var lifecycles = drill.amount("lifecycles", 100);
        for (int done = 0; done < lifecycles; done += LIFECYCLES_AT_ONCE) {
            try (var log = new ProjectedLog()) {
                var random = drill.random(done);
                var reads = reads(log);
                var told = told(log, random, done, reads);
                for (int question = 0; question < QUESTIONS; question++) {
                    compare(reads, told, random);
                }
            }
            drill.say(Math.min(lifecycles, done + LIFECYCLES_AT_ONCE) + " of " + lifecycles + " lifecycles");
        }
        drill.report();
    }

    @Test
    void oneUseThatTheLoopsDoNotKnowIsNoticed() {
        try (var log = new ProjectedLog()) {
            var told = told(log, drill.random(-1), 0, reads(log));
            var at = new Standpoint(new AsOf(RandomPeople.BEGIN.plusDays(RandomPeople.DAYS)), told.size());
            var all = new NaiveLog(told, at.asOf().day(), at.position());
            var customer = all.customers().stream()
                    .filter(one -> !all.uses(one).isEmpty())
                    .findFirst()
                    .orElseThrow();
            var found = Flat.of(reads(log).breadth(customer, at, 366));
            assertThat(new NaiveBreadth(all, customer, 366).lines()).isEqualTo(found);

            var one = all.all(FeatureUsed.class).stream()
                    .filter(used -> customer.equals(used.customerId()))
                    .findFirst()
                    .orElseThrow();
            all.counted.remove(one);
            assertThat(new NaiveBreadth(all, customer, 366).lines())
                    .as("the control")
                    .isNotEqualTo(found);
        }
    }

    private static EngagementReads reads(ProjectedLog log) {
        return new EngagementReads(ProjectedLives.views(log), ProjectedPeople.people(log));
    }

    /** What is kept of everybody is asked for now and then, so that it goes along with the log. */
    private List<Told> told(ProjectedLog log, SplittableRandom random, int first, EngagementReads reads) {
        var customers = IntStream.range(first, first + LIFECYCLES_AT_ONCE)
                .mapToObj(number -> "P-" + number)
                .toList();
        var people = new RandomPeople(random, customers);
        var events = new EventLog(log.jdbc(), new LogSignal());
        var told = new ArrayList<Told>();
        record(log, events, told, customers.stream().map(people::registered).toList());
        while (told.size() < LIFECYCLES_AT_ONCE * EVENTS_OF_EACH) {
            record(
                    log,
                    events,
                    told,
                    Stream.generate(() -> people.next(told))
                            .limit(1 + random.nextInt(100))
                            .toList());
            if (random.nextBoolean()) {
                log.project(ProjectedLives.projection(log));
                reads.retention(
                        null,
                        true,
                        YearMonth.from(RandomPeople.BEGIN),
                        new Standpoint(new AsOf(RandomPeople.BEGIN.plusDays(RandomPeople.DAYS)), told.size()));
            }
        }
        log.project(ProjectedLives.projection(log));
        return told;
    }

    private static void record(ProjectedLog log, EventLog events, List<Told> told, List<? extends Record> more) {
        log.recordAtOnce(more);
        var recorded = events.between(told.size() + 1L, told.size() + more.size());
        for (int index = 0; index < more.size(); index++) {
            var event = recorded.get(index);
            told.add(new Told(event.position(), event.eventId().toString(), more.get(index)));
        }
    }

    private static void compare(EngagementReads reads, List<Told> told, SplittableRandom random) {
        var day = RandomPeople.BEGIN.plusDays(30 + random.nextInt(RandomPeople.DAYS));
        long position = random.nextInt(4) == 0 ? told.size() : 1 + random.nextInt(told.size());
        var at = new Standpoint(new AsOf(day), position);
        var naive = new NaiveLog(told, day, position);
        var customers = List.copyOf(naive.customers());
        if (customers.isEmpty()) {
            return;
        }
        var customer = customers.get(random.nextInt(customers.size()));
        var loops = new NaiveEngagement(naive);
        var which = random.nextBoolean() ? null : customer;

        var users = reads.users(customer, at, 0, 500);
        assertThat(Flat.of(users)).as("%s", at).isEqualTo(loops.customerUsers(customer));
        figures(reads, at, users);

        int days = 1 + random.nextInt(60);
        var breadth = reads.breadth(customer, at, days);
        assertThat(Flat.of(breadth)).as("%s %s", at, days).isEqualTo(new NaiveBreadth(naive, customer, days).lines());
        figures(reads, at, breadth);

        var interval = Interval.values()[random.nextInt(3)];
        var query = new FindEngagement(which, random.nextBoolean(), 1 + random.nextInt(28), interval, 3);
        var engagement = reads.engagement(query, at);
        assertThat(Flat.of(engagement))
                .as("%s %s", at, query)
                .isEqualTo(loops.engagement(which, query.workingDays(), query.days(), interval.days, 3));
        figures(reads, at, engagement);

        var ofUsers = random.nextBoolean();
        var month = YearMonth.from(day).minusMonths(random.nextInt(5));
        var retention = reads.retention(which, ofUsers, month, at);
        assertThat(Flat.of(retention)).as("%s %s", at, month).isEqualTo(loops.retention(which, ofUsers, month));
        figures(reads, at, retention);

        var feature = RandomPeople.FEATURES.get(random.nextInt(RandomPeople.FEATURES.size()));
        var naiveDropOff = loops.dropOff(feature, which);
        if (!naiveDropOff.get("users").equals("0")) {
            var dropOff = reads.dropOff(feature, which, at);
            assertThat(Flat.of(dropOff)).as("%s %s", at, feature).isEqualTo(naiveDropOff);
            figures(reads, at, dropOff);
        }
    }

    /** Some of the figures of an answer, each by its own address. */
    private static void figures(EngagementReads reads, Standpoint at, Object answer) {
        var figures = Flat.figures(answer);
        for (int index = 0; index < figures.size(); index += Math.max(1, figures.size() / 5)) {
            var figure = figures.get(index);
            var evidence = reads.evidence(asked(figure, at));
            assertThat(evidence.stream().mapToLong(Evidence::counts).sum())
                    .as(figure.explain())
                    .isEqualTo(figure.value());
            assertThat(inPages(reads, asked(figure, at), 1 + evidence.size() / 2))
                    .isEqualTo(evidence);
        }
    }

    private static List<Evidence> inPages(EngagementReads reads, Asked asked, int limit) {
        return Stream.of(0, limit)
                .flatMap(after -> reads.page(asked, after, limit).shown().stream())
                .toList();
    }

    private static Asked asked(Figure figure, Standpoint at) {
        Map<String, String> parameters = new HashMap<>();
        for (var part : URI.create(figure.explain()).getRawQuery().split("&")) {
            var sides = part.split("=", 2);
            parameters.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        assertThat(parameters)
                .containsEntry("asOf", at.asOf().day().toString())
                .containsEntry("knownAt", String.valueOf(at.position()));
        return new Asked(
                figureName(parameters), at, parameters.get("customer"), parameters.get("subject"), day(parameters));
    }

    private static String figureName(Map<String, String> parameters) {
        return parameters.getOrDefault("figure", "");
    }

    private static @Nullable LocalDate day(Map<String, String> parameters) {
        var from = parameters.get("from");
        return from == null ? null : LocalDate.parse(from);
    }
}
