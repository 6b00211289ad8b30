package tenure.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.system.TenureProcess;

/** Streams of events stay open, so they must not take the places of those who come and go. */
class OpenStreamsTest {

    private static final int PLACES = 50;

    @TempDir
    Path data;

    @Test
    void leaveReadsAloneAndHaveALimitOfTheirOwn() throws Exception {
        var streams = new ArrayList<Socket>();
        try (var tenure = TenureProcess.start(data)) {
            for (int i = 0; i < PLACES; i++) {
                var stream = new Socket("127.0.0.1", tenure.url().getPort());
                streams.add(stream);
                assertThat(open(stream)).contains("200");
            }

            assertThat(tenure.http().get("/api/v1/projections").status()).isEqualTo(200);
            assertThat(tenure.http().get("/api/v1/events").json()).isNotEmpty();
            try (var oneTooMany = new Socket("127.0.0.1", tenure.url().getPort())) {
                assertThat(open(oneTooMany)).contains("503");
            }
        } finally {
            for (var stream : streams) {
                stream.close();
            }
        }
    }

    /** Asks for a stream and returns the line with the status. */
    private static String open(Socket socket) throws Exception {
        socket.getOutputStream().write("""
                GET /api/v1/events HTTP/1.1\r
                Host: localhost\r
                Accept: text/event-stream\r
                \r
                """.getBytes(StandardCharsets.US_ASCII));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
}
