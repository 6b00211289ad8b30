package tenure.benchmark.read;

import java.io.IOException;
import java.net.URI;
import tenure.benchmark.http.KeptConnection;

/** Waits until a question is answered that a Tenure may put off for a while. */
public final class FirstAnswer {

    private static final int OK = 200;
    private static final int ASK_AGAIN = 503;
    private static final long LOOK_MILLIS = 100;

    private final URI tenure;
    private final String address;

    /** Of the Tenure that answers there. */
    public FirstAnswer(URI tenure, String address) {
        this.tenure = tenure;
        this.address = address;
    }

    /** Returns when there is an answer; a refusal may end the connection. */
    public void await() throws IOException, InterruptedException {
        for (var answer = ask(); answer.status() != OK; answer = ask()) {
            if (answer.status() != ASK_AGAIN) {
                throw new IllegalStateException(address + " was answered " + answer.status() + ": " + answer.body());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private KeptConnection.Response ask() throws IOException {
        try (var connection = new KeptConnection(tenure)) {
            return connection.get(address);
        }
    }
}
