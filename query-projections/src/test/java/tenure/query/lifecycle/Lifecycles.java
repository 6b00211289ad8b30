package tenure.query.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.usage.event.FeatureCataloged;

/**
 * Random lives of customers, as a log could hold them: decisions keep the order of their streams and facts come late, out of
 * order, twice, corrected and taken back. Times lie within {@link #DAYS} days from {@link #FIRST_DAY}.
 */
public final class Lifecycles {

    /** The day on which the first customer may sign up. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    /** How many days the lives may take. */
    public static final int DAYS = 420;

    /** Courses that all lives share: two that are required, one of which is retired in between, and one that is not. */
    public static final List<String> COURSES = List.of("basics", "safety", "expert");

    /** Features that all lives share: two of each level and one that nobody catalogued. */
    public static final List<String> FEATURES =
            List.of("open", "view", "edit", "share", "automate", "script", "unlisted");

    private final SplittableRandom random;

    /** Lives that the numbers decide. */
    public Lifecycles(SplittableRandom random) {
        this.random = random;
    }

    /** The lives of {@code customer-0}, {@code customer-1} and so on, in the order of the log. */
    public List<Told> of(int customers) {
        List<Placed> placed = new ArrayList<>(catalogue());
        for (int i = 0; i < customers; i++) {
            placed.addAll(disturbed(new CustomerLife("customer-" + i, random).events()));
        }
        return placed.stream().sorted().map(Placed::told).toList();
    }

    private List<Placed> catalogue() {
        var told = new ArrayList<Record>();
        told.add(new CoursePublished("basics", "Basics", "introductory", true, null, at(0)));
        told.add(new CoursePublished("safety", "Safety", "core", true, null, at(0)));
        told.add(new CoursePublished("expert", "Expert", "advanced", false, null, at(0)));
        told.add(new CourseRetired("safety", at(60 + random.nextInt(DAYS - 60))));
        for (int i = 0; i < FEATURES.size() - 1; i++) {
            var level = List.of("introductory", "core", "advanced").get(i / 2);
            told.add(new FeatureCataloged(FEATURES.get(i), level, null, i % 2 == 1, at(0)));
        }
        // A feature may rise, and it may do so for the past.
        told.add(new FeatureCataloged("view", "core", null, true, at(random.nextInt(DAYS))));
        return told.stream().map(event -> placed(event, 0)).toList();
    }

    /**
     * Facts are moved about, said twice, corrected and taken back. A decision is recorded after those that its stream had
     * before, whatever day it is for.
     */
    private List<Placed> disturbed(List<Step> steps) {
        List<Placed> placed = new ArrayList<>();
        long latest = 0;
        for (var step : steps) {
            if (!step.fact()) {
                latest = Math.max(latest + 1, seconds(step.event()) + (random.nextInt(8) == 0 ? delay() : 0));
                placed.add(new Placed(latest, random.nextInt(), new Told(id(), step.event())));
                continue;
            }
            var fact = placed(step.event(), random.nextInt(6) == 0 ? delay() : 0);
            placed.add(fact);
            if (random.nextInt(25) == 0) {
                placed.add(placed(step.event(), delay()));
            }
            if (random.nextInt(25) == 0) {
                var takenBack = fact.second() + delay();
                placed.add(new Placed(
                        takenBack,
                        random.nextInt(),
                        new Told(
                                id(),
                                new FactRetracted(
                                        fact.told().eventId().toString(),
                                        random.nextBoolean() ? step.customerId() : null,
                                        "mistake",
                                        Instant.ofEpochSecond(takenBack)))));
            } else if (step.correction() != null && random.nextInt(15) == 0) {
                var replacing =
                        step.correction().replacing(fact.told().eventId().toString());
                placed.add(new Placed(fact.second() + delay(), random.nextInt(), new Told(id(), replacing)));
            }
        }
        return placed;
    }

    private Placed placed(Record event, long delay) {
        return new Placed(seconds(event) + delay, random.nextInt(), new Told(id(), event));
    }

    private long delay() {
        return 1 + random.nextLong(60L * 24 * 3600);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    static long seconds(Record event) {
        try {
            return ((Instant) event.getClass().getMethod("occurredAt").invoke(event)).getEpochSecond();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(event + " does not say when it happened.", e);
        }
    }

    static Instant at(int day) {
        return FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC).plus(day, ChronoUnit.DAYS);
    }

    /** Where an event stands in the log: by the second in which it is told, and by chance within it. */
    private record Placed(long second, int chance, Told told) implements Comparable<Placed> {
        @Override
        public int compareTo(Placed other) {
            return second != other.second ? Long.compare(second, other.second) : Integer.compare(chance, other.chance);
        }
    }

    /**
     * One event of a life.
     *
     * @param fact       whether it is reported by somebody else, and so may come late, twice or wrong
     * @param correction makes the event that replaces it; null when it cannot be replaced
     */
    record Step(String customerId, Record event, boolean fact, Correction correction) {}

    /** Makes the event that replaces another one. */
    interface Correction {
        Record replacing(String eventId);
    }
}
