package tenure.query.dataquality;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.support.event.TicketEscalated;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.support.event.TicketRated;
import tenure.domain.support.event.TicketReopened;
import tenure.domain.support.event.TicketStatusChanged;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserInvited;
import tenure.query.lifecycle.Told;

/** Events of a customer, as tests tell them. */
final class QualityExamples {

    private QualityExamples() {}

    static Told told(Record event) {
        return new Told(Generators.timeBasedEpochGenerator().generate(), event);
    }

    static Instant at(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static CustomerRegistered registered(String day) {
        return new CustomerRegistered("P-1", "One", LocalDate.parse(day), Map.of(), at(day));
    }

    static LicenseSold sold(String from, String to) {
        return new LicenseSold(
                "L-1", "P-1", "crm", "pro", 5, 100, "USD", LocalDate.parse(from), LocalDate.parse(to), true, at(from));
    }

    static LicenseCancelled cancelled(String day) {
        return new LicenseCancelled("L-1", "P-1", LocalDate.parse(day), at(day));
    }

    static CustomerChurned churned(String day) {
        return new CustomerChurned("P-1", LocalDate.parse(day), "price", "", at(day));
    }

    static CustomerWonBack wonBack(String day) {
        return new CustomerWonBack("P-1", LocalDate.parse(day), at(day));
    }

    static UsageDayReported used(String day) {
        return new UsageDayReported("P-1", LocalDate.parse(day), 1, 1, Map.of(), null, at(day));
    }

    static UserInvited invited(String user) {
        return new UserInvited(user, "P-1", null, null, at("2024-01-10"));
    }

    static LoggedOn logOn(String user, @Nullable String customer, Instant at) {
        return new LoggedOn(user, customer, null, at);
    }

    static TrainingCompleted completed(String user, String course) {
        return new TrainingCompleted(user, "P-1", course, null, null, at("2024-02-01"));
    }

    static TicketOpened opened(String ticket, String status, String at) {
        return new TicketOpened(ticket, "P-1", null, "other", null, null, "normal", status, null, Instant.parse(at));
    }

    static TicketClosed closed(String ticket, String at) {
        return new TicketClosed(ticket, "P-1", null, Instant.parse(at));
    }

    static TicketReopened reopened(String ticket, String at) {
        return new TicketReopened(ticket, "P-1", null, Instant.parse(at));
    }

    static TicketStatusChanged changed(String ticket, String at) {
        return new TicketStatusChanged(ticket, "P-1", "waiting", null, Instant.parse(at));
    }

    static TicketEscalated escalated(String ticket, String at) {
        return new TicketEscalated(ticket, "P-1", null, Instant.parse(at));
    }

    static TicketRated rated(String ticket, String at) {
        return new TicketRated(ticket, "P-1", 5, null, Instant.parse(at));
    }
}
