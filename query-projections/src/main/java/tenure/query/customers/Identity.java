package tenure.query.customers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.CustomerRated;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.OwnerAssigned;
import tenure.domain.customer.event.ProfileChanged;
import tenure.query.life.LifeEvent;

/**
 * Who a customer is, on every day. What was told of a later day counts; of the same day, what the log has later. The owner
 * and the rating are those that were told last, to the moment.
 */
final class Identity {

    private final List<Told> told;
    private final List<LifeEvent> owners;
    private final List<LifeEvent> ratings;

    /**
     * A registration, or a change of the profile.
     *
     * @param since first day on which it counts
     * @param day   the day of which it tells
     */
    private record Told(
            boolean registration,
            long position,
            int since,
            int day,
            @Nullable String name,
            Map<String, String> profile,
            List<String> removed) {

        static @Nullable Told of(LifeEvent happened) {
            int toldOn = Days.of(happened.occurredAt());
            return switch (happened.event()) {
                case CustomerRegistered event -> {
                    int day = Days.of(event.registeredOn());
                    yield new Told(
                            true,
                            happened.position(),
                            Math.max(toldOn, day),
                            day,
                            event.name(),
                            shared(event.profile()),
                            List.of());
                }
                case ProfileChanged event ->
                    new Told(
                            false,
                            happened.position(),
                            toldOn,
                            toldOn,
                            event.name(),
                            shared(event.profile()),
                            event.removed());
                default -> null;
            };
        }

        /** Many customers share what their profiles say: it is kept once. */
        private static Map<String, String> shared(Map<String, String> profile) {
            var shared = new TreeMap<String, String>();
            profile.forEach((key, value) -> shared.put(key.intern(), value.intern()));
            return Map.copyOf(shared);
        }
    }

    /** Takes what the events of a life, in the order of the log, tell of it. */
    Identity(List<LifeEvent> events) {
        var told = new ArrayList<Told>(2);
        var owners = new ArrayList<LifeEvent>(1);
        var ratings = new ArrayList<LifeEvent>(1);
        for (var happened : events) {
            var fact = Told.of(happened);
            if (fact != null) {
                told.add(fact);
            } else if (happened.event() instanceof OwnerAssigned) {
                owners.add(happened);
            } else if (happened.event() instanceof CustomerRated) {
                ratings.add(happened);
            }
        }
        told.sort(Comparator.comparingInt(Told::day));
        this.told = List.copyOf(told);
        this.owners = List.copyOf(owners);
        this.ratings = List.copyOf(ratings);
    }

    /**
     * Who it is on a day.
     *
     * @param registeredAt position of the event by which it signed up
     */
    record Known(
            int registeredOn,
            long registeredAt,
            String name,
            Map<String, String> profile,
            @Nullable String owner,
            @Nullable Integer rating) {}

    /** Who it is on a day; null when it has not signed up. */
    @Nullable Known on(int day) {
        Told registration = null;
        String name = null;
        int changes = 0;
        for (var fact : told) {
            if (fact.since() <= day) {
                registration = fact.registration() ? fact : registration;
                name = fact.name() == null ? name : fact.name();
                changes++;
            }
        }
        if (registration == null) {
            return null;
        }
        return new Known(
                registration.day(),
                registration.position(),
                Objects.requireNonNull(name),
                changes == 1 ? registration.profile() : profile(day),
                owners.isEmpty() ? null : owner(day),
                ratings.isEmpty() ? null : rating(day));
    }

    private Map<String, String> profile(int day) {
        var profile = new TreeMap<String, String>();
        for (var fact : told) {
            if (fact.since() <= day) {
                if (fact.registration()) {
                    profile.clear();
                }
                profile.putAll(fact.profile());
                profile.keySet().removeAll(fact.removed());
            }
        }
        return profile;
    }

    private @Nullable String owner(int day) {
        return last(owners, day) instanceof OwnerAssigned assigned ? assigned.owner() : null;
    }

    private @Nullable Integer rating(int day) {
        return last(ratings, day) instanceof CustomerRated rated ? rated.rating() : null;
    }

    private static @Nullable Object last(List<LifeEvent> events, int day) {
        LifeEvent last = null;
        for (var happened : events) {
            if (Days.of(happened.occurredAt()) <= day
                    && (last == null || !happened.occurredAt().isBefore(last.occurredAt()))) {
                last = happened;
            }
        }
        return last == null ? null : last.event();
    }
}
