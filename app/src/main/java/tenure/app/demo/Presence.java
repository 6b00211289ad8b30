package tenure.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds out what a running Tenure holds: nothing, a demo company, or something else. */
final class Presence {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int FOUND = 200;
    private static final int NOT_FOUND = 404;

    private final String tenure;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Presence(URI tenure) {
        this.tenure = tenure.toString();
    }

    /**
     * The demo company that is there.
     *
     * @param complete whether all of it is
     */
    record Found(DemoCompany company, boolean complete) {}

    /** The demo company that is there, as the log tells it; empty when there is nothing at all. */
    Optional<Found> find() {
        JsonNode registration = lastOf("customer.registered").path("payload").path("profile");
        if (!registration.path(DemoCompany.SEED).isString()) {
            mustHoldNoCustomer();
            return Optional.empty();
        }
        var company = new DemoCompany(
                Long.parseLong(registration.path(DemoCompany.SEED).asString()),
                LocalDate.parse(registration.path(DemoCompany.UNTIL).asString()));
        JsonNode changed = lastOf("customer.profile-changed").path("payload").path("profile");
        return Optional.of(new Found(company, changed.has(DemoCompany.COMPLETE)));
    }

    /** The newest event of that type of the customer that carries the mark; a missing node without one. */
    private JsonNode lastOf(String type) {
        var cursor = "";
        while (true) {
            JsonNode page =
                    get("/api/v1/customers/%s/history?limit=1&type=%s%s".formatted(DemoCompany.MARKED, type, cursor));
            // A page looks at a stretch of the log only, and may have found nothing in it.
            if (!page.path("events").isEmpty() || !page.path("nextCursor").isString()) {
                return page.path("events").path(0);
            }
            cursor = "&cursor=" + page.path("nextCursor").asString();
        }
    }

    private void mustHoldNoCustomer() {
        awaitViews();
        if (get("/api/v1/customers?limit=1").path("total").asLong() > 0) {
            throw new DemoRefused("--demo needs an empty data directory, and this one holds customers of yours;"
                    + " choose another one with --data-dir.");
        }
    }

    /** A view that is behind does not show what there is. */
    private void awaitViews() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!get("/api/v1/projections")
                .path("projections")
                .valueStream()
                .allMatch(view -> view.path("lagEvents").asLong() == 0)) {
            if (System.nanoTime() > deadline) {
                throw new DemoRefused("The views are still being built, so it cannot be told whether this data"
                        + " directory is empty; start without --demo, or choose another one with --data-dir.");
            }
            pause();
        }
    }

    private JsonNode get(String path) {
        try {
            var response = client.send(
                    HttpRequest.newBuilder(URI.create(tenure + path)).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != FOUND && response.statusCode() != NOT_FOUND) {
                throw new DemoRefused(
                        "What is there could not be read: %s answered %d.".formatted(path, response.statusCode()));
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (IOException e) {
            throw new DemoRefused("What is there could not be read: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static DemoRefused interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new DemoRefused("Interrupted.", e);
    }
}
