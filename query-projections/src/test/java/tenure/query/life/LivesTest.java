package tenure.query.life;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.domain.correction.event.FactRetracted;
import tenure.query.lifecycle.Lifecycles;
import tenure.query.lifecycle.Told;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.Facts;

class LivesTest {

    private static final long SEED = Long.getLong("drill.lives.seed", 20_261_130);

    private final ProjectedLog log = new ProjectedLog();
    private final Lives lives = ProjectedLives.lives(log);
    private final List<Told> told = new Lifecycles(new SplittableRandom(SEED)).of(40);
    private final SplittableRandom random = new SplittableRandom(SEED);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void holdWhatTheLogKnewOfEachCustomerAtAnyPosition() {
        log.recordMany(told);
        log.project(ProjectedLives.projection(log), () -> 1 + random.nextInt(300));

        for (int i = 0; i < 20; i++) {
            var upTo = i == 0 ? told.size() : random.nextInt(told.size());
            assertThat(all(upTo)).as("seed %d, position %d", SEED, upTo).isEqualTo(plainly(upTo));
        }
    }

    @Test
    void areTheSameWhateverThePagesAndHoweverOftenTheyCome() {
        log.recordMany(told);
        var projection = ProjectedLives.projection(log);
        log.project(projection, () -> 1 + random.nextInt(300));
        var once = all(told.size());

        log.jdbc()
                .sql("update query.projection set position = position / 2 where name = 'lives'")
                .update();
        log.project(projection, () -> 512);

        assertThat(all(told.size())).isEqualTo(once);
    }

    @Test
    void takeAnEventThatComesAfterLaterOnesInItsPlace() {
        log.recordMany(told);
        var projection = ProjectedLives.projection(log);
        log.jdbc()
                .sql("insert into query.projection (name, position) values ('lives', ?)")
                .param(told.size() / 2)
                .update();
        log.project(projection, () -> 512);
        log.jdbc()
                .sql("update query.projection set position = 0 where name = 'lives'")
                .update();
        log.project(projection, () -> 100);

        assertThat(all(told.size())).isEqualTo(plainly(told.size()));
    }

    @Test
    void keepDigestsThatFollowThemAndGoBackToWhatWasKnown() {
        var digests = new LifeDigests<List<Object>>(
                lives, (life, definitions) -> List.of(life.customerId(), life.events(), definitions.lastPosition()));
        var projection = ProjectedLives.projection(log);
        for (int from = 0; from < told.size(); from += 500) {
            log.recordMany(told.subList(from, Math.min(told.size(), from + 500)));
            log.project(projection, () -> 200);
            long head = log.head();
            long earlier = random.nextLong(head);
            for (long position : List.of(head, earlier, 300L, earlier, head)) {
                assertThat(inOneMoment(digests, position)).isEqualTo(afresh(position));
            }
        }
    }

    @Test
    void keepDigestsOfSeveralViewsUpToDateTogether() {
        var views = ProjectedLives.views(log);
        LifeFold<List<Object>> fold =
                (life, definitions) -> List.of(life.customerId(), life.events(), definitions.lastPosition());
        var digests = List.of(views.digests("one", fold), views.digests("other", fold));
        var projection = ProjectedLives.projection(log);
        for (int from = 0; from < told.size(); from += 700) {
            log.recordMany(told.subList(from, Math.min(told.size(), from + 700)));
            log.project(projection, () -> 200);
            // One of them may have been asked for meanwhile.
            inOneMoment(digests.get(random.nextInt(2)), log.head());
            new TransactionTemplate(log.transactions()).executeWithoutResult(status -> views.catchUp());
            for (var each : digests) {
                assertThat(each.revision()).isEqualTo(lives.revision());
                assertThat(inOneMoment(each, log.head())).isEqualTo(afresh(log.head()));
            }
        }
    }

    @Test
    void keepDigestsOfAMomentThatHasPassed() {
        var digests = ProjectedLives.views(log)
                .<List<Object>>digests("test", (life, definitions) -> List.of(life.customerId(), life.events()));
        log.recordMany(told.subList(0, told.size() / 2));
        log.project(ProjectedLives.projection(log));
        var transaction = new TransactionTemplate(log.transactions());
        transaction.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        transaction.executeWithoutResult(status -> {
            var head = log.head();
            var before = digests.at(head);
            var other = Thread.ofPlatform().start(() -> {
                log.recordMany(told.subList(told.size() / 2, told.size()));
                log.project(ProjectedLives.projection(log));
                inOneMoment(digests, log.head());
            });
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(digests.at(Long.MAX_VALUE)).isEqualTo(before);
        });
        assertThat(inOneMoment(digests, Long.MAX_VALUE)).hasSize(40);
    }

    @Test
    void letACustomerGoOnThatIsTriedAgain() {
        log.recordMany(told);
        log.project(ProjectedLives.projection(log));
        var views = ProjectedLives.views(log);
        var broken = new AtomicBoolean(true);
        var digests = views.<String>digests("mended", (life, definitions) -> {
            if (broken.get() && life.customerId().endsWith("7") && life.events().size() > 5) {
                throw new IllegalStateException("cannot be digested");
            }
            return life.customerId() + " " + life.events().size();
        });
        var transaction = new TransactionTemplate(log.transactions());
        inOneMoment(digests, Long.MAX_VALUE);
        var standing = views.standing("mended");

        assertThat(standing).extracting(one -> one.customerId()).contains("customer-7", "customer-17");
        assertThat(transaction.<Boolean>execute(status -> views.retry("mended", "customer-7")))
                .isFalse();
        broken.set(false);
        assertThat(transaction.<Boolean>execute(status -> views.retry("mended", "customer-7")))
                .isTrue();
        assertThat(views.standing("mended")).hasSize(standing.size() - 1);
        assertThat(inOneMoment(digests, Long.MAX_VALUE))
                .contains("customer-7 "
                        + all(Long.MAX_VALUE)
                                .getOrDefault("customer-7", List.of())
                                .size())
                .contains("customer-17 5");
    }

    @Test
    void leaveACustomerThatCannotBeFoldedWhereItStood() {
        log.recordMany(told);
        log.project(ProjectedLives.projection(log));
        var views = ProjectedLives.views(log);
        var poisoned = all(Long.MAX_VALUE).lastEntry().getKey();
        var poison = all(Long.MAX_VALUE).get(poisoned).get(3).position();
        LifeFold<List<Object>> fold = (life, definitions) -> {
            if (life.events().stream().anyMatch(event -> event.position() == poison)) {
                throw new IllegalStateException("cannot be digested");
            }
            return List.of(life.customerId(), life.events().size());
        };

        var all = inOneMoment(views.digests("broken", fold), Long.MAX_VALUE);
        inOneMoment(views.digests("whole", (life, definitions) -> 1), Long.MAX_VALUE);

        assertThat(all)
                .contains(List.of(poisoned, 3))
                .hasSize(all(Long.MAX_VALUE).size() - 1);
        assertThat(views.standing("broken"))
                .singleElement()
                .satisfies(standstill -> assertThat(standstill.position()).isEqualTo(poison));
        assertThat(views.standing("whole")).isEmpty();
        assertThat(views.of("broken", poisoned, poison - 1, fold)).isEqualTo(List.of(poisoned, 3));
        assertThat(views.standing("broken")).isEmpty();
    }

    private <D> List<D> inOneMoment(LifeDigests<D> digests, long upTo) {
        return new TransactionTemplate(log.transactions()).execute(status -> digests.at(upTo));
    }

    private List<List<Object>> afresh(long upTo) {
        var definitions = lives.definitions(upTo).lastPosition();
        var afresh = new ArrayList<List<Object>>();
        all(upTo).forEach((customerId, events) -> {
            if (!customerId.isEmpty()) {
                afresh.add(List.of(customerId, events, definitions));
            }
        });
        return afresh;
    }

    private TreeMap<String, List<LifeEvent>> all(long upTo) {
        var all = new TreeMap<String, List<LifeEvent>>();
        new TransactionTemplate(log.transactions())
                .executeWithoutResult(status -> lives.each(upTo, life -> all.put(life.customerId(), life.events())));
        all.put(Life.DEFINITIONS, lives.definitions(upTo).events());
        return all;
    }

    /** The same, by hand: the order of telling is the order of the log. */
    private Map<String, List<LifeEvent>> plainly(long upTo) {
        var positions = new HashMap<String, Long>();
        var withdrawn = new HashSet<Long>();
        var events = new ArrayList<LifeEvent>();
        var customers = new HashMap<Long, String>();
        var recorded = recorded();
        for (long position = 1; position <= upTo; position++) {
            var one = told.get((int) position - 1);
            var fact = withdrawn(one.event());
            if (fact != null && positions.containsKey(fact)) {
                withdrawn.add(positions.get(fact));
            }
            if (Facts.isFact(one.event()
                    .getClass()
                    .getAnnotation(tenure.domain.shared.EventName.class)
                    .value())) {
                positions.put(one.eventId().toString(), position);
            }
            var customer = customer(one.event());
            if (customer != null && !(one.event() instanceof FactRetracted)) {
                customers.put(position, customer);
                var occurredAt = (Instant) component(one.event(), "occurredAt");
                var delay = Delay.of(occurredAt, Objects.requireNonNull(recorded.get(position)));
                events.add(new LifeEvent(position, occurredAt, delay, one.event()));
            }
        }
        var all = new TreeMap<>(events.stream()
                .filter(event -> !withdrawn.contains(event.position()))
                .collect(groupingBy(event -> customers.get(event.position()))));
        customers.values().forEach(customer -> all.computeIfAbsent(customer, any -> List.of()));
        all.computeIfAbsent(Life.DEFINITIONS, any -> List.of());
        return all;
    }

    private Map<Long, Instant> recorded() {
        var recorded = new HashMap<Long, Instant>();
        log.jdbc().sql("select position, recorded_at from eventstore.event").query(row -> {
            recorded.put(
                    row.getLong("position"), row.getTimestamp("recorded_at").toInstant());
        });
        return recorded;
    }

    private static @Nullable String customer(Record event) {
        var definition = List.of(
                        "FeatureCataloged",
                        "CoursePublished",
                        "CourseRetired",
                        "FunnelDefined",
                        "SegmentDefined",
                        "OnboardingTemplateDefined",
                        "RiskModelPublished")
                .contains(event.getClass().getSimpleName());
        return definition ? Life.DEFINITIONS : (String) component(event, "customerId");
    }

    private static @Nullable String withdrawn(Record event) {
        return (String) component(event, event instanceof FactRetracted ? "eventId" : "corrects");
    }

    private static @Nullable Object component(Record event, String name) {
        try {
            return event.getClass().getMethod(name).invoke(event);
        } catch (NoSuchMethodException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
