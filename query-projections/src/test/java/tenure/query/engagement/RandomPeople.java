package tenure.query.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.customer.event.AudienceDefined;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
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
import tenure.domain.user.event.UserErased;
import tenure.domain.user.event.UserInvited;
import tenure.domain.user.event.UserReactivated;
import tenure.domain.user.event.UserRoleChanged;
import tenure.query.engagement.NaiveLog.Told;

/** Events of some customers and their people, drawn by chance: late ones, corrected ones, and contradictions among them. */
final class RandomPeople {

    static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);
    static final int DAYS = 200;
    static final List<String> FEATURES = List.of("export", "report", "search", "share", "wizard");

    private static final List<String> LEVELS = List.of("introductory", "core", "advanced");
    private static final List<String> DEPARTMENTS = List.of("sales", "support", "research");
    private static final List<String> ROLES = List.of("admin", "Champion", "member");

    private final SplittableRandom random;
    private final List<String> customers;

    RandomPeople(SplittableRandom random, List<String> customers) {
        this.random = random;
        this.customers = customers;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private @Nullable String maybe(List<String> of) {
        return random.nextInt(4) == 0 ? null : one(of);
    }

    private Instant moment(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(random.nextInt(86_400));
    }

    private LocalDate day() {
        return BEGIN.plusDays(random.nextInt(DAYS));
    }

    /** Most customers tell of persons, some of totals only; the first event of each is its sign-up. */
    Record registered(String customer) {
        var day = BEGIN.plusDays(random.nextInt(60));
        return new CustomerRegistered(customer, customer, day, Map.of(), moment(day));
    }

    /** The next event. What was told before may be corrected or taken back by it. */
    Record next(List<Told> before) {
        var customer = one(customers);
        var user = customer + "-u" + random.nextInt(5);
        var at = moment(day());
        if (customer.hashCode() % 5 == 0) {
            return total(customer, null, at);
        }
        return switch (random.nextInt(40)) {
            case 0, 1 -> new UserInvited(user, customer, maybe(DEPARTMENTS), maybe(ROLES), at);
            case 2 -> new UserActivated(user, customer, at);
            case 3 -> new UserDeactivated(user, customer, at);
            case 4 -> new UserReactivated(user, customer, at);
            case 5 -> random.nextInt(4) == 0 ? new UserErased(user, customer, at) : logOn(user, customer, null, at);
            case 6 -> new UserRoleChanged(user, customer, maybe(DEPARTMENTS), maybe(ROLES), at);
            case 7 -> new TrainingAssigned(user, customer, one(List.of("basics", "expert")), null, at);
            case 8 -> new TrainingStarted(user, customer, one(List.of("basics", "expert")), null, at);
            case 9 -> new TrainingCompleted(user, customer, one(List.of("basics", "expert")), null, null, at);
            case 10 -> definition(at);
            case 11 -> new AudienceDefined(customer, new TreeMap<>(Map.of(one(DEPARTMENTS), 5, "legal", 2)), at);
            case 12 -> withdrawal(before, at);
            case 13 -> total(customer, null, at);
            case 14 -> departure(customer, at);
            case 15 -> logOn(user, null, null, at);
            case 16, 17, 18, 19, 20 -> logOn(user, customer, null, at);
            default -> used(user, customer, null, at);
        };
    }

    private Record definition(Instant at) {
        return switch (random.nextInt(3)) {
            case 0 ->
                new CoursePublished(
                        one(List.of("basics", "expert")), "Course", one(LEVELS), random.nextBoolean(), null, at);
            case 1 -> new CourseRetired(one(List.of("basics", "expert")), at);
            default -> new FeatureCataloged(one(FEATURES), one(LEVELS), null, false, at);
        };
    }

    private Record departure(String customer, Instant at) {
        var day = NaiveLog.day(at);
        return random.nextBoolean()
                ? new CustomerChurned(customer, day, "price", "", at)
                : new CustomerWonBack(customer, day, at);
    }

    private Record withdrawal(List<Told> before, Instant at) {
        var facts = before.stream()
                .filter(told -> told.event() instanceof LoggedOn
                        || told.event() instanceof FeatureUsed
                        || told.event() instanceof UsageDayReported
                        || told.event() instanceof TrainingCompleted
                        || told.event() instanceof TrainingStarted)
                .toList();
        if (facts.isEmpty()) {
            return new FactRetracted("00000000-0000-0000-0000-000000000000", null, "", at);
        }
        var fact = one(facts);
        return switch (random.nextInt(2) == 0 ? "" : fact.event()) {
            case FeatureUsed used -> used(used.userId(), used.customerId(), fact.eventId(), at);
            case LoggedOn on -> logOn(on.userId(), on.customerId(), fact.eventId(), at);
            case UsageDayReported total -> total(total.customerId(), fact.eventId(), at);
            default -> new FactRetracted(fact.eventId(), null, "never happened", at);
        };
    }

    /** Use comes in streaks, so that there are regular users and silent ones. */
    private Record used(String user, @Nullable String customer, @Nullable String corrects, Instant at) {
        return new FeatureUsed(user, customer, one(FEATURES), 1 + random.nextInt(3), corrects, at);
    }

    private Record logOn(String user, @Nullable String customer, @Nullable String corrects, Instant at) {
        return new LoggedOn(user, customer, corrects, at);
    }

    private Record total(String customer, @Nullable String corrects, Instant at) {
        long actions = random.nextInt(3);
        return new UsageDayReported(
                customer,
                NaiveLog.day(at),
                random.nextBoolean() ? null : (Integer) random.nextInt(2),
                actions,
                actions == 0 ? Map.of() : Map.of(one(FEATURES), actions),
                corrects,
                at);
    }
}
