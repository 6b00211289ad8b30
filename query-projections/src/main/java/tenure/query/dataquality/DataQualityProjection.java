package tenure.query.dataquality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerEvent;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseEvent;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.support.event.TicketEvent;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.support.event.TicketRated;
import tenure.domain.support.event.TicketReopened;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.training.event.TrainingStarted;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserInvited;
import tenure.query.dataquality.DataQualityTable.Place;
import tenure.query.dataquality.DataQualityTable.Term;
import tenure.query.dataquality.DataQualityTable.Ticket;
import tenure.query.projection.Projection;

/** Keeps side by side what facts and decisions say of the same customers, so that contradictions can be asked for. */
@Component
class DataQualityProjection implements Projection {

    static final String NAME = "data-quality";

    private static final Duration LATE = Duration.ofDays(30);
    private static final Set<String> CLOSED = Set.of("closed", "resolved");
    private static final String NONE = "";

    private final DataQualityTable table;

    DataQualityProjection(DataQualityTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "quality_customer",
                "quality_away",
                "quality_term",
                "quality_license_end",
                "quality_user",
                "quality_training",
                "quality_fact",
                "quality_ticket");
    }

    @Override
    public Collection<Class<?>> events() {
        return List.of(
                CustomerEvent.class,
                LicenseEvent.class,
                UserInvited.class,
                TrainingEvent.class,
                TicketEvent.class,
                UsageDayReported.class,
                LoggedOn.class,
                FeatureUsed.class);
    }

    @Override
    public void apply(List<Happening> page) {
        var rows = new Page();
        for (var happening : page) {
            rows.add(happening);
        }
        table.terms(rows.terms);
        table.users(rows.users);
        table.assigned(rows.trainings);
        table.tickets(rows.tickets);
        table.facts(rows.facts);
    }

    /** The rows of one page. */
    private final class Page {

        private final List<Term> terms = new ArrayList<>();
        private final List<String> users = new ArrayList<>();
        private final List<String> trainings = new ArrayList<>();
        private final List<Ticket> tickets = new ArrayList<>();
        private final Map<Place, List<Long>> facts = new LinkedHashMap<>();

        void add(Happening happening) {
            switch (happening.event()) {
                case CustomerRegistered event -> table.registered(event.customerId(), event.registeredOn());
                case CustomerChurned event ->
                    table.away(event.customerId(), happening.position(), event.churnedOn(), true);
                case CustomerWonBack event ->
                    table.away(event.customerId(), happening.position(), event.wonBackOn(), false);
                case LicenseSold event ->
                    terms.add(new Term(event.licenseId(), event.startsOn(), event.customerId(), event.endsOn()));
                case LicenseRenewed event ->
                    terms.add(new Term(event.licenseId(), event.startsOn(), event.customerId(), event.endsOn()));
                case LicenseCancelled event -> table.ended(event.licenseId(), event.effectiveOn());
                case UserInvited event -> users.add(event.userId());
                case TrainingAssigned event -> trainings.add(event.userId() + ' ' + event.courseId());
                case TrainingStarted event -> time(happening, event.customerId(), event.userId());
                case TrainingCompleted event -> {
                    fact(
                            "training-completed",
                            event.customerId(),
                            event.userId() + ' ' + event.courseId(),
                            dayOf(happening),
                            happening);
                    time(happening, event.customerId(), event.userId());
                }
                case TicketEvent event -> {
                    ticket(event, happening);
                    time(happening, happening.recorded().customerId(), event.ticketId());
                }
                case UsageDayReported event -> {
                    fact("usage", event.customerId(), NONE, event.day(), happening);
                    time(happening, event.customerId(), NONE);
                }
                case LoggedOn event -> {
                    fact("usage", event.customerId(), event.userId(), dayOf(happening), happening);
                    time(happening, event.customerId(), event.userId());
                }
                case FeatureUsed event -> {
                    fact("usage", event.customerId(), event.userId(), dayOf(happening), happening);
                    time(happening, event.customerId(), event.userId());
                }
                default -> {
                    // Of customers and licenses, the rest contradicts nothing.
                }
            }
        }

        private void ticket(TicketEvent event, Happening happening) {
            boolean opening = event instanceof TicketOpened;
            String state = switch (event) {
                case TicketOpened opened -> CLOSED.contains(opened.status()) ? "closed" : "open";
                case TicketReopened reopened -> "open";
                case TicketClosed closed -> "closed";
                default -> NONE;
            };
            tickets.add(new Ticket(
                    event.ticketId(),
                    happening.position(),
                    known(happening.recorded().customerId()),
                    happening.recorded().occurredAt(),
                    opening,
                    state.isEmpty() && !(event instanceof TicketRated),
                    state));
        }

        /** Whether the fact came in good time. */
        private void time(Happening happening, @Nullable String customerId, String subject) {
            var delay = Duration.between(
                    happening.recorded().occurredAt(), happening.recorded().recordedAt());
            if (delay.compareTo(LATE) > 0) {
                fact("recorded-late", customerId, subject, dayOf(happening), happening);
            } else if (delay.isNegative()) {
                // On the day that is told it would be seen only once that day has come.
                fact(
                        "dated-in-the-future",
                        customerId,
                        subject,
                        dayOf(happening.recorded().recordedAt()),
                        happening);
            }
        }

        private void fact(
                String kind, @Nullable String customerId, String subject, LocalDate day, Happening happening) {
            facts.computeIfAbsent(new Place(kind, known(customerId), subject, day), place -> new ArrayList<>())
                    .add(happening.position());
        }
    }

    private static String known(@Nullable String id) {
        return id == null ? NONE : id;
    }

    private static LocalDate dayOf(Happening happening) {
        return dayOf(happening.recorded().occurredAt());
    }

    private static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
