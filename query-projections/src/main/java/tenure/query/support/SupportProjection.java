package tenure.query.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.support.event.TicketClassified;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.support.event.TicketEscalated;
import tenure.domain.support.event.TicketEvent;
import tenure.domain.support.event.TicketFirstResponded;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.support.event.TicketRated;
import tenure.domain.support.event.TicketReopened;
import tenure.domain.support.event.TicketResolved;
import tenure.domain.support.event.TicketStatusChanged;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.query.projection.Projection;
import tenure.query.support.SupportTable.Begun;
import tenure.query.support.SupportTable.Completed;
import tenure.query.support.SupportTable.Course;
import tenure.query.support.SupportTable.FeatureLevel;
import tenure.query.support.SupportTable.Withdrawal;
import tenure.query.support.TicketFact.Kind;

/** Keeps what is told of tickets, and what is needed to say how far into the product each leads and who asked. */
@Component
class SupportProjection implements Projection {

    static final String NAME = "support";

    private final SupportTable table;

    SupportProjection(SupportTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "ticket_fact",
                "support_withdrawal",
                "support_feature_fact",
                "support_course_fact",
                "support_training_fact",
                "support_customer_fact");
    }

    @Override
    public Collection<Class<?>> events() {
        return List.of(
                TicketEvent.class,
                FactRetracted.class,
                FeatureCataloged.class,
                CoursePublished.class,
                CourseRetired.class,
                TrainingCompleted.class,
                CustomerRegistered.class,
                LicenseSold.class);
    }

    @Override
    public void apply(List<Happening> page) {
        var rows = new Page();
        page.forEach(rows::add);
        table.tickets(rows.tickets);
        table.withdrawals(rows.withdrawals);
        table.features(rows.features);
        table.courses(rows.courses);
        table.completions(rows.completions);
        table.begun(rows.begun);
    }

    /** The rows of one page. */
    private static final class Page {

        private final List<TicketFact> tickets = new ArrayList<>();
        private final List<Withdrawal> withdrawals = new ArrayList<>();
        private final List<FeatureLevel> features = new ArrayList<>();
        private final List<Course> courses = new ArrayList<>();
        private final List<Completed> completions = new ArrayList<>();
        private final List<Begun> begun = new ArrayList<>();

        void add(Happening happening) {
            var at = happening.recorded();
            switch (happening.event()) {
                case TicketEvent event -> ticket(event, happening);
                case FactRetracted event -> withdrawn(event.eventId(), happening);
                case FeatureCataloged event ->
                    features.add(new FeatureLevel(event.feature(), at.position(), at.occurredAt(), event.level()));
                case CoursePublished event ->
                    courses.add(new Course(event.courseId(), at.position(), at.occurredAt(), event.required()));
                case CourseRetired event ->
                    courses.add(new Course(event.courseId(), at.position(), at.occurredAt(), null));
                case TrainingCompleted event -> {
                    withdrawn(event.corrects(), happening);
                    completions.add(new Completed(
                            event.userId(), event.courseId(), at.position(), eventId(happening), at.occurredAt()));
                }
                case CustomerRegistered event ->
                    begun.add(
                            new Begun(event.customerId(), at.position(), at.occurredAt(), true, event.registeredOn()));
                case LicenseSold event ->
                    begun.add(new Begun(event.customerId(), at.position(), at.occurredAt(), false, event.startsOn()));
                default -> throw new IllegalArgumentException("Not asked for: " + at.type());
            }
        }

        private void ticket(TicketEvent event, Happening happening) {
            switch (event) {
                case TicketOpened opened -> {
                    withdrawn(opened.corrects(), happening);
                    tickets.add(new TicketFact(
                            opened.ticketId(),
                            happening.position(),
                            eventId(happening),
                            happening.recorded().occurredAt(),
                            known(happening.recorded().customerId()),
                            known(opened.userId()),
                            Kind.OPENED,
                            opened.kind(),
                            opened.feature(),
                            opened.level(),
                            opened.priority(),
                            opened.status(),
                            null));
                }
                case TicketClassified told -> {
                    withdrawn(told.corrects(), happening);
                    tickets.add(new TicketFact(
                            told.ticketId(),
                            happening.position(),
                            eventId(happening),
                            happening.recorded().occurredAt(),
                            known(happening.recorded().customerId()),
                            "",
                            Kind.CLASSIFIED,
                            told.kind(),
                            told.feature(),
                            told.level(),
                            null,
                            null,
                            null));
                }
                case TicketFirstResponded told ->
                    told(told, told.corrects(), Kind.FIRST_RESPONDED, null, null, happening);
                case TicketStatusChanged told ->
                    told(told, told.corrects(), Kind.STATUS_CHANGED, told.status(), null, happening);
                case TicketEscalated told -> told(told, told.corrects(), Kind.ESCALATED, null, null, happening);
                case TicketResolved told -> told(told, told.corrects(), Kind.RESOLVED, null, null, happening);
                case TicketReopened told -> told(told, told.corrects(), Kind.REOPENED, null, null, happening);
                case TicketClosed told -> told(told, told.corrects(), Kind.CLOSED, null, null, happening);
                case TicketRated told -> told(told, told.corrects(), Kind.RATED, null, told.rating(), happening);
            }
        }

        private void told(
                TicketEvent event,
                @Nullable String corrects,
                Kind kind,
                @Nullable String status,
                @Nullable Integer rating,
                Happening happening) {
            withdrawn(corrects, happening);
            tickets.add(new TicketFact(
                    event.ticketId(),
                    happening.position(),
                    eventId(happening),
                    happening.recorded().occurredAt(),
                    known(happening.recorded().customerId()),
                    "",
                    kind,
                    null,
                    null,
                    null,
                    null,
                    status,
                    rating));
        }

        private void withdrawn(@Nullable String eventId, Happening happening) {
            if (eventId != null) {
                withdrawals.add(new Withdrawal(eventId.toLowerCase(Locale.ROOT), happening.position()));
            }
        }

        private static String eventId(Happening happening) {
            return happening.recorded().eventId().toString();
        }

        private static String known(@Nullable String id) {
            return id == null ? "" : id;
        }
    }
}
