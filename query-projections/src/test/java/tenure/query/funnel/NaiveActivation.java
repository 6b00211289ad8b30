package tenure.query.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import tenure.domain.user.event.UserInvited;

/** Activation as definitions.md §3.2 tells it. */
final class NaiveActivation {

    private final NaiveFunnels known;
    private final Duration days;
    private final int threshold;

    NaiveActivation(NaiveFunnels known, int days, int threshold) {
        this.known = known;
        this.days = Duration.ofDays(days);
        this.threshold = threshold;
    }

    /** Active / all / open of people and of accounts, then the four clocks of each. */
    List<String> answer(Predicate<LocalDate> takes) {
        long[] people = new long[3];
        long[] accounts = new long[3];
        var ofPeople = clocks();
        var ofAccounts = clocks();
        for (var customer : known.customers()) {
            var users = known.users(customer);
            for (var user : users) {
                var invited = known.first(customer, user, UserInvited.class);
                if (invited != null && takes.test(NaiveFunnels.day(invited))) {
                    if (!invited.plus(days).isBefore(known.end)) {
                        people[2]++;
                        continue;
                    }
                    people[1]++;
                    people[0] += isInTime(invited, known.activated(customer, user)) ? 1 : 0;
                    run(ofPeople, invited, times(customer, List.of(user)));
                }
            }
            var start = known.contractStart(customer);
            if (start != null && start.isBefore(known.end) && takes.test(NaiveFunnels.day(start))) {
                if (!start.plus(days).isBefore(known.end)) {
                    accounts[2]++;
                    continue;
                }
                accounts[1]++;
                long active = users.stream()
                        .filter(user -> isInTime(start, known.activated(customer, user)))
                        .count();
                long seats = known.seats(customer, NaiveFunnels.day(start.plus(days)));
                accounts[0] += seats > 0 && 100 * active >= threshold * seats ? 1 : 0;
                run(ofAccounts, start, times(customer, List.copyOf(users)));
            }
        }
        return List.of(
                people[0] + "/" + people[1] + "/" + people[2],
                accounts[0] + "/" + accounts[1] + "/" + accounts[2],
                "users " + people[1] + shown(ofPeople, people[1]),
                "accounts " + accounts[1] + shown(ofAccounts, accounts[1]));
    }

    private boolean isInTime(Instant from, Instant at) {
        return at != null && !at.isAfter(from.plus(days));
    }

    private List<Instant> times(String customer, List<String> users) {
        var milestones = known.milestones(customer, users);
        var times = new ArrayList<Instant>();
        times.add(milestones.get(1));
        times.add(users.stream()
                .map(user -> known.activated(customer, user))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null));
        times.add(milestones.get(2));
        times.add(milestones.get(4));
        return times;
    }

    private static List<List<Long>> clocks() {
        return List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private static void run(List<List<Long>> clocks, Instant from, List<Instant> times) {
        for (int clock = 0; clock < 4; clock++) {
            if (times.get(clock) != null) {
                clocks.get(clock)
                        .add(Math.max(
                                0, Duration.between(from, times.get(clock)).toSeconds()));
            }
        }
    }

    private static String shown(List<List<Long>> clocks, long entered) {
        var shown = new StringBuilder();
        for (var clock : clocks) {
            var sorted = clock.stream().sorted().toList();
            shown.append(' ')
                    .append(sorted.size())
                    .append('/')
                    .append(entered - sorted.size())
                    .append('/');
            if (sorted.isEmpty()) {
                shown.append("null");
            } else {
                var middle = sorted.get(sorted.size() / 2) + sorted.get((sorted.size() - 1) / 2);
                var nearest = sorted.get((int) Math.ceil(sorted.size() * 0.9 - 1e-9) - 1);
                shown.append(inDays(middle, 2)).append('/').append(inDays(nearest, 1));
            }
        }
        return shown.toString();
    }

    private static BigDecimal inDays(long seconds, long of) {
        return BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(86_400 * of), 4, RoundingMode.HALF_UP);
    }
}
