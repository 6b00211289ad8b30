package tenure.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tenure.system.Http;
import tools.jackson.databind.JsonNode;

/** Reads the loaded demo company the way its users do: over HTTP. */
record LoadedDemo(Http http) {

    /** All events of that type of the customer, newest first. */
    List<JsonNode> events(String customer, String type) {
        var events = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            var page = http.get("/api/v1/customers/%s/history?limit=500&type=%s%s".formatted(customer, type, cursor))
                    .json();
            page.get("events").valueStream().forEach(events::add);
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        return events;
    }

    /** How many log-ons of the customer there are in {@code [from, to)}. */
    long logOns(String customer, LocalDate from, LocalDate to) {
        return events(customer, "usage.logged-on").stream()
                .map(LoadedDemo::occurredAt)
                .filter(at -> !at.isBefore(Instant.parse(from + "T00:00:00Z")))
                .filter(at -> at.isBefore(Instant.parse(to + "T00:00:00Z")))
                .count();
    }

    /** Share of the tickets with a level that are introductory, from an age in days on. */
    double introductoryTickets(String customer, int fromAge) {
        var signedOn = LocalDate.parse(events(customer, "license.sold")
                .getLast()
                .at("/payload/startsOn")
                .asString());
        var from = Instant.parse(signedOn.plusDays(fromAge) + "T00:00:00Z");
        var levels = events(customer, "ticket.opened").stream()
                .filter(ticket -> !occurredAt(ticket).isBefore(from))
                .map(ticket -> ticket.at("/payload/level").asString(""))
                .filter(level -> !level.isEmpty())
                .toList();
        return levels.stream().filter("introductory"::equals).count() / (double) Math.max(1, levels.size());
    }

    static Instant occurredAt(JsonNode event) {
        return Instant.parse(event.get("occurredAt").asString());
    }
}
