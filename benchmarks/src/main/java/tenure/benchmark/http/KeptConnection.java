package tenure.benchmark.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * HTTP/1.1 on one connection that is kept. As the client shares the processors with Tenure, it does the least: it writes
 * bytes that are ready, and reads status and body.
 */
public final class KeptConnection implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int HEXADECIMAL = 16;

    private final String host;
    private final Socket socket;
    private final InputStream in;

    /** Connects. */
    public KeptConnection(URI tenure) {
        host = tenure.getAuthority();
        try {
            socket = new Socket(tenure.getHost(), tenure.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back. */
    public record Response(int status, String body) {}

    /**
     * Posts a body and waits for what comes back.
     *
     * @param headers more of them, each with a line end behind it
     */
    public Response post(String path, String type, String headers, byte[] body) throws IOException {
        var head = "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: " + type + "\r\n" + headers
                + "Content-Length: " + body.length + "\r\n\r\n";
        return exchange(head, body);
    }

    /** Asks for something. */
    public Response get(String path) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n", new byte[0]);
    }

    private Response exchange(String head, byte[] body) throws IOException {
        var request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        socket.getOutputStream().write(request);
        return read();
    }

    private Response read() throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Integer.parseInt(name.substring(name.indexOf(':') + 1).strip());
            }
            chunked |= name.startsWith("transfer-encoding:") && name.endsWith("chunked");
        }
        var body = chunked ? chunks() : in.readNBytes(length);
        return new Response(status, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var size = Integer.parseInt(line(), HEXADECIMAL);
            body.write(in.readNBytes(size));
            line();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("Tenure closed the connection.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
