package tenure.query.dataquality;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tenure.query.life.Life;

/** How much of a life contradicts itself until any day, and what other lives may have to do with it. */
final class QualityDigest {

    private static final String[] NONE = {};

    private final String customerId;
    private final long lastPosition;
    private final int size;
    private final Map<ContradictionKind, Counts> counts = new EnumMap<>(ContradictionKind.class);
    private final String[] users;
    private final String[] trainings;
    private final String[] tickets;
    private final String[] strangers;
    private final String[] unassigned;

    /** By day, each with all that comes before it. */
    private record Counts(int[] days, int[] events, int[] rows) {

        /** How much there is in one of the columns until a day. */
        int until(LocalDate day, int[] column) {
            int at = Arrays.binarySearch(days, (int) day.toEpochDay());
            int last = at < 0 ? -at - 2 : at;
            return last < 0 ? 0 : column[last];
        }
    }

    private QualityDigest(Life life, Claims claims, List<Found> found) {
        customerId = life.customerId();
        lastPosition = life.lastPosition();
        size = life.events().size();
        found.stream().collect(groupingBy(Found::kind)).forEach((kind, of) -> counts.put(kind, counts(of)));
        users = array(claims.users().stream());
        trainings = array(claims.trainings().stream());
        tickets = array(claims.tickets().keySet().stream());
        strangers = array(claims.used().keySet().stream()
                .map(Claims.Place::subject)
                .filter(user -> !user.isEmpty() && !claims.users().contains(user))
                .distinct());
        unassigned = array(claims.completed().keySet().stream()
                .map(Claims.Place::subject)
                .filter(training -> !claims.trainings().contains(training))
                .distinct());
    }

    /** The digest of a life. */
    static QualityDigest of(Life life, Elsewhere elsewhere) {
        var claims = new Claims(life);
        return new QualityDigest(life, claims, Contradictions.in(claims, elsewhere));
    }

    private static String[] array(Stream<String> texts) {
        var array = texts.toArray(String[]::new);
        return array.length == 0 ? NONE : array;
    }

    private static Counts counts(List<Found> found) {
        var byDay = new TreeMap<LocalDate, int[]>();
        for (var one : found) {
            var day = byDay.computeIfAbsent(one.day(), any -> new int[2]);
            day[0] += one.positions().size();
            day[1]++;
        }
        var days =
                byDay.keySet().stream().mapToInt(day -> (int) day.toEpochDay()).toArray();
        var events = byDay.values().stream().mapToInt(day -> day[0]).toArray();
        var rows = byDay.values().stream().mapToInt(day -> day[1]).toArray();
        Arrays.parallelPrefix(events, Integer::sum);
        Arrays.parallelPrefix(rows, Integer::sum);
        return new Counts(days, events, rows);
    }

    String customerId() {
        return customerId;
    }

    /** Whether it was made of the same events as another of the same customer. */
    boolean isOfSameLife(QualityDigest other) {
        return lastPosition == other.lastPosition && size == other.size;
    }

    /** Events that contradict something in a way until a day. */
    int events(ContradictionKind kind, LocalDate until) {
        var counted = counts.get(kind);
        return counted == null ? 0 : counted.until(until, counted.events());
    }

    /** Rows of the list. */
    int rows(ContradictionKind kind, LocalDate until) {
        var counted = counts.get(kind);
        return counted == null ? 0 : counted.until(until, counted.rows());
    }

    /** Users that were invited. */
    List<String> users() {
        return Arrays.asList(users);
    }

    /** Trainings that were assigned, as 'user course'. */
    List<String> trainings() {
        return Arrays.asList(trainings);
    }

    /** Tickets of which something is told. */
    List<String> tickets() {
        return Arrays.asList(tickets);
    }

    /** Users that did something and were not invited. */
    List<String> strangers() {
        return Arrays.asList(strangers);
    }

    /** Trainings that were completed and not assigned. */
    List<String> unassigned() {
        return Arrays.asList(unassigned);
    }

    /** Whether any of these, known to others, is what this life does not know, or tells of as well. */
    boolean isTouched(Set<String> users, Set<String> trainings, Set<String> tickets) {
        return Stream.of(strangers).anyMatch(users::contains)
                || Stream.of(unassigned).anyMatch(trainings::contains)
                || Stream.of(this.tickets).anyMatch(tickets::contains);
    }
}
