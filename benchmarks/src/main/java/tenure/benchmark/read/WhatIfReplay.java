package tenure.benchmark.read;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Has a risk model that nobody published replayed over the whole history, beside the one in force. */
public final class WhatIfReplay {

    private static final int OK = 200;
    private static final int ASK_AGAIN = 503;
    private static final long LOOK_MILLIS = 100;

    private final URI address;

    /** By the Tenure that answers there. */
    public WhatIfReplay(URI tenure) {
        this.address = tenure.resolve("/api/v1/risk/whatif");
    }

    /** Returns when the answer is whole. */
    public void await(int raiseAt) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            while (!isWhole(client, raiseAt)) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private boolean isWhole(HttpClient client, int raiseAt) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("""
                                {"modelId":"draft","name":"Draft","raiseAt":%d,"clearAt":90}""".formatted(raiseAt)))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != OK && answer.statusCode() != ASK_AGAIN) {
            throw new IllegalStateException(address + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.statusCode() == OK && !answer.body().contains("\"state\":\"running\"");
    }
}
