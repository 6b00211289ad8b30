package tenure.query.funnel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Question;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Tells ways apart: by when they were entered, or by a property of the customer. A way belongs to one part. */
interface Split {

    /** The part of a way; null where a property has no value. */
    @Nullable String partOf(Way way);

    /** How it is asked for in the address of a figure: names and values in turn. */
    List<String> address();

    /** How long the parts of a trend are. */
    enum Interval {
        DAY,
        WEEK,
        MONTH;

        /** First day of the part that a day is in; weeks begin on Mondays. */
        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        /** First day of the next part. */
        LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
            };
        }
    }

    /** At which step the value of a property counts. */
    enum Attribution {
        FIRST,
        LAST,
        STEP
    }

    /** By the day, week or month of entry. */
    final class ByEntry implements Split {

        private final Interval interval;
        private final Map<Integer, String> parts = new HashMap<>();

        ByEntry(Interval interval) {
            this.interval = interval;
        }

        @Override
        public String partOf(Way way) {
            return parts.computeIfAbsent(
                    Micros.day(way.enteredAt()),
                    day -> interval.start(LocalDate.ofEpochDay(day)).toString());
        }

        @Override
        public List<String> address() {
            return List.of("interval", Question.word(interval));
        }
    }

    /** By the value that a property of the customer had when a step was reached. */
    final class ByProperty implements Split {

        private static final String PLAN = "plan";
        private static final String CONTRACT_MONTH = "contract-month";

        private final Map<String, Account> accounts;
        private final long end;
        private final String property;
        private final Attribution attribution;
        private final int step;
        private String customerId = "";
        private @Nullable Account account;

        /**
         * A split of the ways of some customers.
         *
         * @param property plan, owner, contract-month, or 'profile.' with a key
         * @param step     the step that the value counts at, if that is what the attribution says
         */
        ByProperty(Map<String, Account> accounts, Standpoint at, String property, Attribution attribution, int step) {
            this.accounts = accounts;
            this.end = Micros.of(at.asOf().end());
            this.property = checked(property);
            this.attribution = attribution;
            this.step = step;
        }

        /** Refuses what is no property. */
        static String checked(String property) {
            if (!List.of(PLAN, CONTRACT_MONTH, Properties.OWNER).contains(property)
                    && !property.startsWith(Properties.PROFILE)) {
                throw Refusals.badParameter(
                        "by",
                        "UNKNOWN_VALUE",
                        "'by' must be plan, owner, contract-month, or a key of the profile such as profile.industry.");
            }
            return property;
        }

        @Override
        public @Nullable String partOf(Way way) {
            if (!way.customerId().equals(customerId)) {
                customerId = way.customerId();
                account = accounts.get(customerId);
            }
            long moment = switch (attribution) {
                case FIRST -> way.enteredAt();
                case LAST -> way.reachedAt(way.furthest());
                case STEP -> way.reachedAt(step);
            };
            return account == null || moment == Micros.NEVER ? null : value(account, moment);
        }

        private @Nullable String value(Account of, long moment) {
            return switch (property) {
                case PLAN -> of.contracts().planOn(Micros.day(moment), end);
                case CONTRACT_MONTH -> {
                    var cohort = of.contracts().cohort(end);
                    yield cohort == null ? null : cohort.toString();
                }
                default -> of.properties().before(property, Math.min(moment + 1, end));
            };
        }

        @Override
        public List<String> address() {
            return List.of("by", property, "attribution", Question.word(attribution), "atStep", String.valueOf(step));
        }
    }

    /** Counts each part of a funnel. */
    static Map<@Nullable String, FunnelCount> count(Ways ways, Split split) {
        var counts = new HashMap<@Nullable String, FunnelCount>();
        var steps = ways.steps();
        ways.each(way -> counts.computeIfAbsent(split.partOf(way), part -> new FunnelCount(steps))
                .add(way));
        return counts;
    }

    /** The parts that have a name, in alphabetical order. */
    static Collection<String> named(Map<@Nullable String, FunnelCount> counts) {
        var named = new TreeSet<String>();
        for (var part : counts.keySet()) {
            if (part != null) {
                named.add(part);
            }
        }
        return named;
    }
}
