package tenure.query.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.user.event.UserActivated;
import tenure.domain.user.event.UserInvited;
import tenure.query.life.LifeEvent;

/**
 * What the people of one customer did first, a column for each kind of thing. The first of all is also the first of any day
 * that has come to it, so that one moment is enough for every day. Of courses and features only those have columns that are
 * required, or of value, on any day.
 */
final class People {

    static final int INVITED = 0;
    static final int ACTIVATED = 1;
    /** Who uses a feature has logged on, whether or not the source told of it. */
    static final int LOGGED_ON = 2;
    /** Any course. */
    static final int TRAINED = 3;

    private static final int FIRST_COURSE = 4;

    private final Catalogue catalogue;
    private final String[] userIds;
    private final long[] @Nullable [] times;
    private final long[] @Nullable [] positions;

    private People(Catalogue catalogue, String[] userIds, long[] @Nullable [] times, long[] @Nullable [] positions) {
        this.catalogue = catalogue;
        this.userIds = userIds;
        this.times = times;
        this.positions = positions;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    int size() {
        return userIds.length;
    }

    /** Their ids, in order. */
    String userId(int person) {
        return userIds[person];
    }

    /** The number of a person; negative when there is none of that id. */
    int person(String userId) {
        return Arrays.binarySearch(userIds, userId);
    }

    /** The column of a course, by its number in the catalogue. */
    static int course(int number) {
        return FIRST_COURSE + number;
    }

    /** The column of a feature, by its number in the catalogue. */
    int feature(int number) {
        return FIRST_COURSE + catalogue.courses() + number;
    }

    /** When a person did it first; never when it has not. */
    long at(int column, int person) {
        var values = times[column];
        return values == null ? Micros.NEVER : values[person];
    }

    /** The event that it did it by; to be asked for of what it did only. */
    long position(int column, int person) {
        var values = positions[column];
        return values == null ? 0 : values[person];
    }

    /** Whether anything is known of a person before a moment, besides that it left or came back. */
    boolean isKnown(int person, long end) {
        return IntStream.range(0, FIRST_COURSE).anyMatch(column -> at(column, person) < end);
    }

    /** Gathers people. */
    static final class Gathering {

        private final Catalogue catalogue;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> userIds = new ArrayList<>();
        private final long[] @Nullable [] times;
        private final long[] @Nullable [] positions;

        Gathering(Catalogue catalogue) {
            this.catalogue = catalogue;
            int columns = FIRST_COURSE + catalogue.courses() + catalogue.features();
            this.times = new long[columns][];
            this.positions = new long[columns][];
        }

        /** Takes what an event says of a person, if anything. To be called in the order of the log. */
        void add(LifeEvent event) {
            switch (event.event()) {
                case LoggedOn usage -> add(event, usage.userId(), LOGGED_ON);
                case FeatureUsed usage -> {
                    add(event, usage.userId(), LOGGED_ON);
                    int feature = catalogue.featureNumber(usage.feature());
                    if (feature >= 0) {
                        add(event, usage.userId(), FIRST_COURSE + catalogue.courses() + feature);
                    }
                }
                case TrainingCompleted training -> {
                    add(event, training.userId(), TRAINED);
                    int course = catalogue.courseNumber(training.courseId());
                    if (course >= 0) {
                        add(event, training.userId(), course(course));
                    }
                }
                case UserInvited user -> add(event, user.userId(), INVITED);
                case UserActivated user -> add(event, user.userId(), ACTIVATED);
                default -> {
                    // Nothing on the way into a product.
                }
            }
        }

        private void add(LifeEvent event, @Nullable String userId, int column) {
            if (userId == null || userId.isEmpty()) {
                return;
            }
            int person = person(userId);
            var ofTimes = grown(times, column, person);
            var ofPositions = grown(positions, column, person);
            long at = Micros.of(event.occurredAt());
            if (at < ofTimes[person]) {
                ofTimes[person] = at;
                ofPositions[person] = event.position();
            }
        }

        /** The number of a person, in the order in which they appear. */
        int person(String userId) {
            var number = numbers.get(userId);
            if (number == null) {
                number = userIds.size();
                numbers.put(userId, number);
                userIds.add(userId);
            }
            return number;
        }

        private static long[] grown(long[] @Nullable [] columns, int column, int person) {
            var values = columns[column];
            int length = values == null ? 0 : values.length;
            if (values == null || person >= length) {
                var more = values == null ? new long[person + 8] : Arrays.copyOf(values, person + person / 2 + 8);
                Arrays.fill(more, length, more.length, Micros.NEVER);
                columns[column] = more;
                return more;
            }
            return values;
        }

        People people() {
            var order = IntStream.range(0, userIds.size())
                    .boxed()
                    .sorted(Comparator.comparing(userIds::get))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return new People(
                    catalogue,
                    IntStream.of(order).mapToObj(userIds::get).toArray(String[]::new),
                    sorted(times, order),
                    sorted(positions, order));
        }

        private static long[] @Nullable [] sorted(long[] @Nullable [] columns, int[] order) {
            var sorted = new long[columns.length][];
            for (int column = 0; column < columns.length; column++) {
                var values = columns[column];
                if (values != null) {
                    sorted[column] = IntStream.of(order)
                            .mapToLong(person -> person < values.length ? values[person] : Micros.NEVER)
                            .toArray();
                }
            }
            return sorted;
        }
    }
}
