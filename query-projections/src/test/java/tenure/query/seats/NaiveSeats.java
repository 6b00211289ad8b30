package tenure.query.seats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseEvent;
import tenure.domain.license.event.LicenseExpired;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatAssigned;
import tenure.domain.license.event.SeatReleased;
import tenure.domain.license.event.SeatsChanged;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingStarted;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserActivated;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserEvent;
import tenure.domain.user.event.UserReactivated;
import tenure.query.lifecycle.Told;

/** The seats of a customer once more, read from the list of all events with plain loops: slow, and easy to believe. */
final class NaiveSeats {

    /** What it can be told to get wrong, so that the comparison is seen to notice. */
    enum Mistake {
        NONE,
        COUNTS_THE_LAST_DAY,
        KNOWS_EVERYTHING,
        BELIEVES_WHAT_WAS_TAKEN_BACK,
        LOOKS_BACK_29_DAYS
    }

    private final List<Told> log;
    private final Mistake mistake;
    private final Map<String, Integer> withdrawnFrom = new HashMap<>();
    private final List<LocalDate> days = new ArrayList<>();
    private final List<Integer> saidOfAll = new ArrayList<>();
    private final Map<String, List<Integer>> about = new HashMap<>();

    NaiveSeats(List<Told> log, Mistake mistake) {
        this.log = log;
        this.mistake = mistake;
        for (int i = 0; i < log.size(); i++) {
            var id = switch (log.get(i).event()) {
                case FactRetracted event -> event.eventId();
                case LoggedOn event -> event.corrects();
                case FeatureUsed event -> event.corrects();
                case UsageDayReported event -> event.corrects();
                case TrainingStarted event -> event.corrects();
                case TrainingCompleted event -> event.corrects();
                default -> null;
            };
            if (id != null) {
                withdrawnFrom.merge(id, i, Math::min);
            }
            days.add(dayOf(occurredAt(log.get(i).event())));
            if (isSaidOfSomeCustomer(log.get(i).event())) {
                about.computeIfAbsent(customerOf(log.get(i).event()), any -> new ArrayList<>())
                        .add(i);
            } else {
                saidOfAll.add(i);
            }
        }
    }

    /** Where the events are that tell of a customer, or of all. */
    private List<Integer> about(String customer) {
        return Stream.concat(about.getOrDefault(customer, List.of()).stream(), saidOfAll.stream())
                .sorted()
                .toList();
    }

    /** What there is at the end of a day, by the first events of the log. */
    SeatTally tally(String customer, LocalDate day, long position) {
        return new OnDay(customer, day, position).tally();
    }

    private final class OnDay {

        private final String customer;
        private final LocalDate day;
        private final List<Object> happened = new ArrayList<>();
        private final List<Object> known = new ArrayList<>();

        OnDay(String customer, LocalDate day, long position) {
            this.customer = customer;
            this.day = day;
            long limit = mistake == Mistake.KNOWS_EVERYTHING ? log.size() : position;
            for (int i : about(customer)) {
                if (i >= limit) {
                    break;
                }
                var withdrawn = withdrawnFrom.get(log.get(i).eventId().toString());
                if (withdrawn != null && withdrawn < limit && mistake != Mistake.BELIEVES_WHAT_WAS_TAKEN_BACK) {
                    continue;
                }
                known.add(log.get(i).event());
                if (!days.get(i).isAfter(day)) {
                    happened.add(log.get(i).event());
                }
            }
        }

        SeatTally tally() {
            long sold = 0;
            long assigned = 0;
            var money = new TreeMap<String, Long>();
            for (var license : licenses()) {
                long[] seatsAndPrice = gone() ? null : inForce(license);
                if (seatsAndPrice != null) {
                    sold += seatsAndPrice[0];
                    assigned += holders(license).size();
                    money.merge(currency(license), seatsAndPrice[0] * seatsAndPrice[1], Long::sum);
                }
            }
            var people = people();
            if (people.isEmpty() && !anySeatAssigned() && anyTotal()) {
                return new SeatTally(sold, null, null, null, busiest(), null, null, money);
            }
            long loggedOn = 0;
            long trained = 0;
            long active = 0;
            long engaged = 0;
            long deployed = 0;
            for (var user : people) {
                loggedOn += hasLoggedOn(user) ? 1 : 0;
                trained += isTrained(user) ? 1 : 0;
                active += usedCore(user) ? 1 : 0;
                engaged += isDeployed(user) && loggedOnLately(user) ? 1 : 0;
                deployed += isDeployed(user) ? 1 : 0;
            }
            return new SeatTally(sold, assigned, loggedOn, trained, active, engaged, deployed, money);
        }

        private boolean gone() {
            LocalDate last = null;
            boolean gone = false;
            for (var event : happened) {
                LocalDate on = null;
                boolean leaves = false;
                if (event instanceof CustomerChurned churned
                        && churned.customerId().equals(customer)) {
                    on = churned.churnedOn();
                    leaves = true;
                }
                if (event instanceof CustomerWonBack back && back.customerId().equals(customer)) {
                    on = back.wonBackOn();
                }
                if (on != null && !on.isAfter(day) && (last == null || !on.isBefore(last))) {
                    last = on;
                    gone = leaves;
                }
            }
            return gone;
        }

        private Set<String> licenses() {
            var licenses = new TreeSet<String>();
            for (var event : known) {
                if (event instanceof LicenseSold sold && sold.customerId().equals(customer)) {
                    licenses.add(sold.licenseId());
                }
            }
            return licenses;
        }

        private String currency(String license) {
            for (var event : known) {
                if (event instanceof LicenseSold sold && sold.licenseId().equals(license)) {
                    return sold.currency();
                }
            }
            throw new IllegalStateException(license);
        }

        /** Seats and the price of one; null when no term is in force. */
        private long[] inForce(String license) {
            LocalDate start = null;
            long seats = 0;
            long price = 0;
            for (var event : happened) {
                if (event instanceof LicenseSold sold
                        && sold.licenseId().equals(license)
                        && isWithin(sold.startsOn(), sold.endsOn())
                        && (start == null || !sold.startsOn().isBefore(start))) {
                    start = sold.startsOn();
                    seats = sold.seats();
                    price = sold.pricePerSeatMinorUnits();
                }
                if (event instanceof LicenseRenewed renewed
                        && renewed.licenseId().equals(license)
                        && isWithin(renewed.startsOn(), renewed.endsOn())
                        && (start == null || !renewed.startsOn().isBefore(start))) {
                    start = renewed.startsOn();
                    seats = renewed.seats();
                    price = renewed.pricePerSeatMinorUnits();
                }
                if (event instanceof LicenseCancelled cancelled
                        && cancelled.licenseId().equals(license)
                        && !cancelled.effectiveOn().isAfter(day)) {
                    return null;
                }
            }
            if (start == null) {
                return null;
            }
            var seatsSince = start;
            var priceSince = start;
            for (var event : happened) {
                if (event instanceof SeatsChanged change && change.licenseId().equals(license)) {
                    var on = change.effectiveOn();
                    if (!on.isAfter(day) && !on.isBefore(seatsSince)) {
                        seats = change.seats();
                        seatsSince = on;
                    }
                    if (!on.isAfter(day) && !on.isBefore(priceSince)) {
                        price = change.pricePerSeatMinorUnits();
                        priceSince = on;
                    }
                }
                if (event instanceof PlanChanged change
                        && change.licenseId().equals(license)
                        && !change.effectiveOn().isAfter(day)
                        && !change.effectiveOn().isBefore(priceSince)) {
                    price = change.pricePerSeatMinorUnits();
                    priceSince = change.effectiveOn();
                }
            }
            return new long[] {seats, price};
        }

        private boolean isWithin(LocalDate from, LocalDate to) {
            return !from.isAfter(day)
                    && (to.isAfter(day) || (mistake == Mistake.COUNTS_THE_LAST_DAY && to.equals(day)));
        }

        /** A release, or the end of the license, takes back what the log had assigned before. */
        private Set<String> holders(String license) {
            var holders = new HashSet<String>();
            for (int i = 0; i < known.size(); i++) {
                if (!(known.get(i) instanceof SeatAssigned assigned)
                        || !assigned.licenseId().equals(license)
                        || dayOf(assigned.occurredAt()).isAfter(day)
                        || wasHeldAt(i, assigned)) {
                    continue;
                }
                var end = endOf(i, assigned);
                if (end == null || end.isAfter(day)) {
                    holders.add(assigned.userId());
                }
            }
            return holders;
        }

        /** Whether the user had the seat already when it was assigned. */
        private boolean wasHeldAt(int index, SeatAssigned assigned) {
            boolean held = false;
            for (int i = 0; i < index; i++) {
                held = holds(known.get(i), assigned, held);
            }
            return held;
        }

        private boolean holds(Object event, SeatAssigned of, boolean before) {
            return switch (event) {
                case SeatAssigned other
                when other.licenseId().equals(of.licenseId()) && other.userId().equals(of.userId()) -> true;
                case SeatReleased other
                when other.licenseId().equals(of.licenseId()) && other.userId().equals(of.userId()) -> false;
                case LicenseExpired other when other.licenseId().equals(of.licenseId()) -> false;
                default -> before;
            };
        }

        private LocalDate endOf(int index, SeatAssigned assigned) {
            for (int i = index + 1; i < known.size(); i++) {
                if (known.get(i) instanceof LicenseEvent event && !holds(event, assigned, true)) {
                    return dayOf(occurredAt((Record) event));
                }
            }
            return null;
        }

        private boolean anySeatAssigned() {
            for (var event : happened) {
                if (event instanceof SeatAssigned assigned
                        && assigned.customerId().equals(customer)) {
                    return true;
                }
            }
            return false;
        }

        private Map<LocalDate, UsageDayReported> totals() {
            var totals = new TreeMap<LocalDate, UsageDayReported>();
            for (var event : known) {
                if (event instanceof UsageDayReported total
                        && total.customerId().equals(customer)
                        && !total.day().isAfter(day)) {
                    totals.put(total.day(), total);
                }
            }
            return totals;
        }

        private boolean anyTotal() {
            for (var total : totals().values()) {
                if (isRegistered() && isActive(total)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isActive(UsageDayReported total) {
            return total.actions() > 0 || (total.activeUsers() != null && total.activeUsers() > 0);
        }

        private Long busiest() {
            Long most = null;
            boolean active = false;
            for (var total : totals().values()) {
                if (isLately(total.day())) {
                    active |= isActive(total);
                    if (total.activeUsers() != null) {
                        most = Math.max(most == null ? 0 : most, total.activeUsers());
                    }
                }
            }
            return most != null || active ? most : Long.valueOf(0);
        }

        private boolean isLately(LocalDate on) {
            int window = mistake == Mistake.LOOKS_BACK_29_DAYS ? 29 : 28;
            return on.isAfter(day.minusDays(window)) && !on.isAfter(day);
        }

        private boolean isRegistered() {
            for (var event : happened) {
                if (event instanceof CustomerRegistered registered
                        && registered.customerId().equals(customer)) {
                    return true;
                }
            }
            return false;
        }

        private Set<String> people() {
            var people = new TreeSet<String>();
            for (var event : happened) {
                switch (event) {
                    case UserEvent user when customer.equals(customerOf((Record) user)) -> people.add(userOf(user));
                    case LoggedOn use when customer.equals(use.customerId()) -> people.add(use.userId());
                    case FeatureUsed use when customer.equals(use.customerId()) -> people.add(use.userId());
                    case TrainingAssigned training
                    when customer.equals(training.customerId()) -> people.add(training.userId());
                    case TrainingStarted training
                    when customer.equals(training.customerId()) -> people.add(training.userId());
                    case TrainingCompleted training
                    when customer.equals(training.customerId()) -> people.add(training.userId());
                    default -> {
                        // Tells of nobody.
                    }
                }
            }
            return isRegistered() ? people : Set.of();
        }

        private boolean hasLoggedOn(String user) {
            for (var event : happened) {
                if (isLogOn(event, user)) {
                    return true;
                }
            }
            return false;
        }

        private boolean loggedOnLately(String user) {
            for (var event : happened) {
                if (isLogOn(event, user) && isLately(dayOf(occurredAt((Record) event)))) {
                    return true;
                }
            }
            return false;
        }

        private boolean isLogOn(Object event, String user) {
            return switch (event) {
                case LoggedOn use -> use.userId().equals(user) && customer.equals(use.customerId());
                case FeatureUsed use -> use.userId().equals(user) && customer.equals(use.customerId());
                default -> false;
            };
        }

        private boolean usedCore(String user) {
            for (var event : happened) {
                if (event instanceof FeatureUsed use
                        && use.userId().equals(user)
                        && customer.equals(use.customerId())
                        && isLately(dayOf(use.occurredAt()))
                        && !levelOn(use.feature(), dayOf(use.occurredAt())).equals("introductory")) {
                    return true;
                }
            }
            return false;
        }

        private String levelOn(String feature, LocalDate on) {
            FeatureCataloged last = null;
            for (var event : happened) {
                if (event instanceof FeatureCataloged entry
                        && entry.feature().equals(feature)
                        && !dayOf(entry.occurredAt()).isAfter(on)
                        && (last == null || !entry.occurredAt().isBefore(last.occurredAt()))) {
                    last = entry;
                }
            }
            return last == null ? "core" : last.level();
        }

        private boolean isDeployed(String user) {
            Instant at = null;
            boolean away = false;
            for (var event : happened) {
                if (event instanceof UserEvent told
                        && userOf(told).equals(user)
                        && (event instanceof UserActivated
                                || event instanceof UserDeactivated
                                || event instanceof UserReactivated)
                        && (at == null || !occurredAt((Record) event).isBefore(at))) {
                    at = occurredAt((Record) event);
                    away = event instanceof UserDeactivated;
                }
            }
            return !away;
        }

        private boolean isTrained(String user) {
            var required = new TreeSet<String>();
            for (var event : happened) {
                if (event instanceof CoursePublished course && course.required()) {
                    required.add(course.courseId());
                }
            }
            for (var event : happened) {
                if (event instanceof CourseRetired course) {
                    required.remove(course.courseId());
                }
            }
            var completed = new HashSet<String>();
            for (var event : happened) {
                if (event instanceof TrainingCompleted training
                        && training.userId().equals(user)
                        && customer.equals(training.customerId())) {
                    completed.add(training.courseId());
                }
            }
            return required.isEmpty() ? !completed.isEmpty() : completed.containsAll(required);
        }
    }

    private static boolean isSaidOfSomeCustomer(Record event) {
        return Stream.of(event.getClass().getRecordComponents())
                .anyMatch(component -> component.getName().equals("customerId"));
    }

    /** Whose event it is; null when it does not say. */
    private static String customerOf(Record event) {
        return text(event, "customerId");
    }

    private static String userOf(UserEvent event) {
        return text((Record) event, "userId");
    }

    private static String text(Record event, String component) {
        return (String) value(event, component);
    }

    static Instant occurredAt(Record event) {
        return (Instant) value(event, "occurredAt");
    }

    private static Object value(Record event, String component) {
        try {
            return event.getClass().getMethod(component).invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(event + " has no " + component, e);
        }
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
