package tenure.eventstore.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Signed checkpoints of one log, oldest first, an empty line between two. What follows the last whole one is the rest of a
 * write that a power cut has interrupted: nobody reads it, and the next write begins in its place.
 */
final class CheckpointFile {

    private static final String SIGNATURE = "— ";
    private static final byte[] SIGNATURE_BYTES = SIGNATURE.getBytes(StandardCharsets.UTF_8);

    /** More than two checkpoints are long. */
    private static final int TAIL_BYTES = 4_096;

    private final Path path;

    CheckpointFile(Path path) {
        this.path = path;
    }

    /** Calls back with each signed checkpoint, in the order in which they were made. */
    void read(Consumer<String> note) throws IOException {
        if (Files.exists(path)) {
            try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
                read(channel, 0, note);
            }
        }
    }

    /** The signed checkpoint that was made last. */
    Optional<String> newest() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        var newest = new Last();
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            read(channel, Math.max(0, channel.size() - TAIL_BYTES), newest);
        }
        return Optional.ofNullable(newest.note);
    }

    /** Adds a signed checkpoint and waits until the disk has it. */
    void append(String note) throws IOException {
        var isNew = !Files.exists(path);
        try (var channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = end(channel);
            channel.truncate(end).position(end);
            DurableFile.write(channel, end == 0 ? note : "\n" + note);
        }
        if (isNew) {
            DurableFile.flushFolder(path);
        }
    }

    private static void read(FileChannel channel, long from, Consumer<String> each) throws IOException {
        long end = end(channel);
        channel.position(from);
        try (var reader = new BufferedReader(new InputStreamReader(
                new Bounded(Channels.newInputStream(channel), end - from), StandardCharsets.UTF_8))) {
            var note = new StringBuilder();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (note.isEmpty() && line.isEmpty()) {
                    continue;
                }
                note.append(line).append('\n');
                if (line.startsWith(SIGNATURE)) {
                    each.accept(note.toString());
                    note.setLength(0);
                }
            }
        }
    }

    /** Where the last whole checkpoint ends, which is where its line with the signature does. */
    private static long end(FileChannel channel) throws IOException {
        long from = Math.max(0, channel.size() - TAIL_BYTES);
        var tail = ByteBuffer.allocate((int) (channel.size() - from));
        while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {
            // Reads on.
        }
        for (int lineEnd = tail.position() - 1; lineEnd >= 0; lineEnd--) {
            if (tail.get(lineEnd) == '\n' && isSignature(tail, lineEnd)) {
                return from + lineEnd + 1;
            }
        }
        if (from > 0) {
            throw new BadCheckpoint("The file of checkpoints does not end with one; put it back from a copy, or cut off"
                    + " what follows the last line that begins with a dash.");
        }
        return 0;
    }

    private static boolean isSignature(ByteBuffer text, int lineEnd) {
        int start = lineEnd;
        while (start > 0 && text.get(start - 1) != '\n') {
            start--;
        }
        return lineEnd - start > SIGNATURE_BYTES.length
                && text.slice(start, SIGNATURE_BYTES.length).equals(ByteBuffer.wrap(SIGNATURE_BYTES));
    }

    private static final class Last implements Consumer<String> {
        private @Nullable String note;

        @Override
        public void accept(String read) {
            note = read;
        }
    }

    /** The first bytes of a stream. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        Bounded(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? in.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
