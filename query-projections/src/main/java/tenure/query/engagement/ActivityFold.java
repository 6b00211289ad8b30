package tenure.query.engagement;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserActivated;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserErased;
import tenure.domain.user.event.UserEvent;
import tenure.domain.user.event.UserReactivated;
import tenure.query.life.LifeEvent;

/** Makes the {@link Activity} of a customer, event by event. */
final class ActivityFold {

    private static final long SECONDS_OF_DAY = 86_400;

    private final List<Integer> registeredOn = new ArrayList<>();
    private final SortedMap<Integer, Boolean> gone = new TreeMap<>();
    private final Map<Integer, Boolean> totals = new HashMap<>();
    private final Map<String, Integer> features = new HashMap<>();
    private final SortedMap<String, Known> members = new TreeMap<>();

    void add(LifeEvent happened) {
        switch (happened.event()) {
            case CustomerRegistered event -> registeredOn.add(Days.number(event.registeredOn()));
            case CustomerChurned event -> gone.put(Days.number(event.churnedOn()), true);
            case CustomerWonBack event -> gone.put(Days.number(event.wonBackOn()), false);
            case UserEvent event -> member(event.userId()).told(event, happened);
            case TrainingEvent event -> member(event.userId()).created(day(happened.occurredAt()));
            case LoggedOn event -> member(event.userId()).used(day(happened.occurredAt()));
            case FeatureUsed event -> member(event.userId()).used(day(happened.occurredAt()), feature(event.feature()));
            case UsageDayReported event -> {
                var users = event.activeUsers();
                totals.put(Days.number(event.day()), event.actions() > 0 || (users != null && users > 0));
            }
            default -> {
                // Tells nothing of activity.
            }
        }
    }

    /** Null when the customer never signed up: then it has no users either. */
    @Nullable Activity activity(String customerId) {
        if (registeredOn.isEmpty()) {
            return null;
        }
        var names = new String[features.size()];
        // There are few features, and every customer has them.
        features.forEach((feature, index) -> names[index] = feature.intern());
        var days = new Days.Gathered();
        totals.forEach((day, active) -> {
            if (active) {
                days.add(day);
            }
        });
        members.values().forEach(member -> days.addAll(member.days));
        return new Activity(
                customerId,
                registeredOn.stream().mapToInt(Integer::intValue).toArray(),
                Switch.of(gone),
                days.days(),
                names,
                members.entrySet().stream()
                        .map(member -> member.getValue().member(member.getKey(), names.length))
                        .toList());
    }

    private int feature(String feature) {
        var known = features.putIfAbsent(feature, features.size());
        return known == null ? features.size() - 1 : known;
    }

    private Known member(String userId) {
        return members.computeIfAbsent(userId, any -> new Known());
    }

    private static int day(Instant time) {
        return (int) Math.floorDiv(time.getEpochSecond(), SECONDS_OF_DAY);
    }

    /** A user so far. */
    private static final class Known {

        private record Told(Instant occurredAt, UserEvent event) {}

        private final List<Told> states = new ArrayList<>();
        private final Days.Gathered days = new Days.Gathered();
        private int createdOn = Days.NEVER;
        private int[] firstUses = {};

        void created(int day) {
            createdOn = Math.min(createdOn, day);
        }

        void told(UserEvent event, LifeEvent happened) {
            created(day(happened.occurredAt()));
            states.add(new Told(happened.occurredAt(), event));
        }

        void used(int day) {
            created(day);
            days.add(day);
        }

        void used(int day, int feature) {
            used(day);
            grow(feature + 1);
            firstUses[feature] = Math.min(firstUses[feature], day);
        }

        private void grow(int least) {
            int size = firstUses.length;
            if (size < least) {
                firstUses = Arrays.copyOf(firstUses, least);
                Arrays.fill(firstUses, size, least, Days.NEVER);
            }
        }

        Activity.Member member(String userId, int features) {
            grow(features);
            return new Activity.Member(userId, createdOn, Switch.of(disabled()), days.days(), firstUses);
        }

        /** The last that was told of a day counts at its end; who is erased stays so. */
        private SortedMap<Integer, Boolean> disabled() {
            var disabled = new TreeMap<Integer, Boolean>();
            boolean erased = false;
            states.sort(comparing(Told::occurredAt));
            for (var told : states) {
                int day = day(told.occurredAt);
                switch (told.event) {
                    case UserErased event -> {
                        erased = true;
                        disabled.put(day, true);
                    }
                    case UserDeactivated event -> disabled.put(day, true);
                    case UserActivated event -> disabled.put(day, erased);
                    case UserReactivated event -> disabled.put(day, erased);
                    default -> {
                        // An invitation or another role changes nothing here.
                    }
                }
            }
            return disabled;
        }
    }
}
