package tenure.command.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tenure.command.imports.RavenStackAccount.Told;
import tools.jackson.databind.node.ObjectNode;

/**
 * A ticket of the RavenStack set. Its times have no zone and are taken as UTC. When it was escalated, the set does not
 * say: that is told of the first response.
 */
record RavenStackTicket(CsvRow row, String id, LocalDate openedOn, Instant closedAt, Instant respondedAt) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    static RavenStackTicket of(CsvRow row) {
        LocalDate openedOn = row.date("submitted_at");
        return new RavenStackTicket(
                row,
                row.id("ticket_id"),
                openedOn,
                time(row, "closed_at"),
                RavenStackAccount.startOf(openedOn)
                        .plusSeconds(
                                60 * row.decimal("first_response_time_minutes").longValueExact()));
    }

    private static Instant time(CsvRow row, String column) {
        try {
            return LocalDateTime.parse(row.text(column), TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException none) {
            throw new BadRow("BAD_TIME", "%s must be a time such as 2024-01-31 09:30:00.".formatted(column));
        }
    }

    void tell(RavenStackAccount account, List<Told> told) {
        ObjectNode opened = body(account, RavenStackAccount.startOf(openedOn));
        told.add(told(account, 0, "open-ticket", opened.put("priority", priority())));
        told.add(told(account, 1, "record-first-response", body(account, respondedAt)));
        if (row.text("escalation_flag").equals("True")) {
            told.add(told(account, 2, "escalate-ticket", body(account, respondedAt)));
        }
        told.add(told(account, 3, "close-ticket", body(account, closedAt)));
        if (!row.text("satisfaction_score").isEmpty()) {
            long rating = row.decimal("satisfaction_score").longValueExact();
            told.add(told(account, 4, "rate-ticket", body(account, closedAt).put("rating", rating)));
        }
    }

    private String priority() {
        return row.text("priority").equals("medium") ? "normal" : row.text("priority");
    }

    private ObjectNode body(RavenStackAccount account, Instant at) {
        return RavenStackAccount.body()
                .put("ticketId", id)
                .put("customerId", account.id())
                .put("occurredAt", at.toString());
    }

    private Told told(RavenStackAccount account, int step, String command, ObjectNode body) {
        return new Told(
                Instant.parse(body.get("occurredAt").stringValue()),
                Told.TICKET + step,
                account.item(row, command, "tickets:%s:%s".formatted(id, command), body),
                null);
    }
}
