package tenure.query.dataquality;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.support.event.TicketEvent;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingStarted;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserInvited;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;

/** What a life claims, side by side: who signed up, what was sold, who was away, and what is told of it. */
final class Claims {

    private static final String NONE = "";

    /** Where facts are counted. */
    record Place(String subject, LocalDate day) {}

    private record TermKey(String licenseId, LocalDate startsOn) {}

    private final String customerId;
    private final Map<TermKey, LocalDate> terms = new HashMap<>();
    private final Map<String, LocalDate> ends = new HashMap<>();
    private final TreeMap<LocalDate, Boolean> away = new TreeMap<>();
    private final Map<Place, List<Long>> used = new HashMap<>();
    private final Map<Place, List<Long>> completed = new HashMap<>();
    private final Map<Place, List<Long>> late = new HashMap<>();
    private final Map<Place, List<Long>> ahead = new HashMap<>();
    private final Set<String> users = new HashSet<>();
    private final Set<String> trainings = new HashSet<>();
    private final Map<String, List<TicketTold>> tickets = new HashMap<>();
    private @Nullable LocalDate registeredOn;
    private @Nullable LocalDate firstTermOn;

    Claims(Life life) {
        customerId = life.customerId();
        life.events().forEach(this::add);
        terms.keySet().stream()
                .map(TermKey::startsOn)
                .min(LocalDate::compareTo)
                .ifPresent(first -> firstTermOn = first);
    }

    private void add(LifeEvent happened) {
        switch (happened.event()) {
            case CustomerRegistered event -> registeredOn = event.registeredOn();
            case CustomerChurned event -> away.put(event.churnedOn(), true);
            case CustomerWonBack event -> away.put(event.wonBackOn(), false);
            case LicenseSold event ->
                terms.putIfAbsent(new TermKey(event.licenseId(), event.startsOn()), event.endsOn());
            case LicenseRenewed event ->
                terms.putIfAbsent(new TermKey(event.licenseId(), event.startsOn()), event.endsOn());
            case LicenseCancelled event -> ends.put(event.licenseId(), event.effectiveOn());
            case UserInvited event -> users.add(event.userId());
            case TrainingAssigned event -> trainings.add(event.userId() + ' ' + event.courseId());
            case TrainingStarted event -> time(event.userId(), happened);
            case TrainingCompleted event -> {
                put(completed, event.userId() + ' ' + event.courseId(), day(happened), happened);
                time(event.userId(), happened);
            }
            case TicketEvent event -> {
                tickets.computeIfAbsent(event.ticketId(), any -> new ArrayList<>())
                        .add(TicketTold.of(event, happened));
                time(event.ticketId(), happened);
            }
            case UsageDayReported event -> {
                put(used, NONE, event.day(), happened);
                time(NONE, happened);
            }
            case LoggedOn event -> used(event.userId(), happened);
            case FeatureUsed event -> used(event.userId(), happened);
            default -> {
                // The rest contradicts nothing.
            }
        }
    }

    private void used(String userId, LifeEvent happened) {
        put(used, userId, day(happened), happened);
        time(userId, happened);
    }

    /** Whether the fact came in good time. */
    private void time(String subject, LifeEvent happened) {
        var recordedOn = happened.delay().recordedAheadOn();
        if (happened.delay().isLate()) {
            put(late, subject, day(happened), happened);
        } else if (recordedOn != null) {
            // On the day that is told it would be seen only once that day has come.
            put(ahead, subject, recordedOn, happened);
        }
    }

    private static void put(Map<Place, List<Long>> places, String subject, LocalDate day, LifeEvent happened) {
        places.computeIfAbsent(new Place(subject, day), any -> new ArrayList<>(1))
                .add(happened.position());
    }

    private static LocalDate day(LifeEvent happened) {
        return LocalDate.ofInstant(happened.occurredAt(), ZoneOffset.UTC);
    }

    String customerId() {
        return customerId;
    }

    boolean isOfNobody() {
        return customerId.equals(Life.NOBODY);
    }

    @Nullable LocalDate registeredOn() {
        return registeredOn;
    }

    @Nullable LocalDate firstTermOn() {
        return firstTermOn;
    }

    /** Whether a term was in force on a day. */
    boolean isCovered(LocalDate day) {
        return terms.entrySet().stream().anyMatch(term -> {
            var endedOn = ends.get(term.getKey().licenseId());
            return !term.getKey().startsOn().isAfter(day)
                    && term.getValue().isAfter(day)
                    && (endedOn == null || endedOn.isAfter(day));
        });
    }

    /** Whether the customer had left by a day and was not back; of two moves on one day the later recorded counts. */
    boolean isAway(LocalDate day) {
        var last = away.floorEntry(day);
        return last != null && last.getValue();
    }

    Map<Place, List<Long>> used() {
        return used;
    }

    /** By 'user course'. */
    Map<Place, List<Long>> completed() {
        return completed;
    }

    /** Facts that were recorded late. */
    Map<Place, List<Long>> late() {
        return late;
    }

    /** Facts that are dated after their recording, by the day of that. */
    Map<Place, List<Long>> ahead() {
        return ahead;
    }

    Set<String> users() {
        return users;
    }

    /** Those that were assigned, as 'user course'. */
    Set<String> trainings() {
        return trainings;
    }

    Map<String, List<TicketTold>> tickets() {
        return tickets;
    }
}
