package tenure.eventstore.pause;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/**
 * Stands between a node and PostgreSQL and passes the node's messages on one by one, until one of a chosen kind: that is
 * passed on, whole or in part, and nothing after it. For the server the node stands still at exactly that point.
 */
final class StoppingProxy implements AutoCloseable {

    /** A message of the protocol's client: its kind as in the protocol's description, and all of its bytes. */
    record Message(char kind, byte[] body) {}

    private static final char FLUSH = 'H';

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final List<Socket> sockets = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Predicate<Message> stop = message -> false;
    private volatile boolean inTheMiddle;

    StoppingProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Stops after the next such message, having asked the server to work on what it has. */
    void stopAfter(Predicate<Message> message) {
        stop = message;
    }

    /** Stops in the middle of the next such message. */
    void stopWithin(Predicate<Message> message) {
        inTheMiddle = true;
        stop = message;
    }

    /** Waits until it has stopped. */
    void awaitStop() throws InterruptedException {
        stopped.await();
    }

    private void listen() {
        try {
            while (true) {
                var client = door.accept();
                var server = new Socket(host, port);
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> passBack(server, client));
                Thread.ofVirtual().start(() -> passOn(client, server));
            }
        } catch (IOException closed) {
            // The end.
        }
    }

    private static void passBack(Socket server, Socket client) {
        try (InputStream in = server.getInputStream();
                OutputStream out = client.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException closed) {
            // The end.
        }
    }

    private void passOn(Socket client, Socket server) {
        try {
            var in = new DataInputStream(client.getInputStream());
            var out = new DataOutputStream(server.getOutputStream());
            // The first message has no kind.
            var length = in.readInt();
            out.writeInt(length);
            out.write(in.readNBytes(length - Integer.BYTES));
            while (passOn(in, out)) {
                // One after another.
            }
        } catch (IOException closed) {
            // The end.
        }
    }

    /** Returns whether the next may follow. */
    private boolean passOn(DataInputStream in, DataOutputStream out) throws IOException {
        var message = new Message((char) in.readByte(), in.readNBytes(in.readInt() - Integer.BYTES));
        var last = stop.test(message);
        out.writeByte(message.kind());
        out.writeInt(message.body().length + Integer.BYTES);
        if (last && inTheMiddle) {
            out.write(message.body(), 0, message.body().length / 2);
            stopped.countDown();
            return false;
        }
        out.write(message.body());
        if (last) {
            out.writeByte(FLUSH);
            out.writeInt(Integer.BYTES);
            stopped.countDown();
        }
        return !last;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
