package tenure.eventstore.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files so that a power cut leaves all of it or nothing. */
final class DurableFile {

    private DurableFile() {}

    /** Makes a file; one that is there already is replaced. */
    static void create(Path file, String content, String permissions) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            write(channel, content);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        flushFolder(file);
    }

    /** Writes at the end of a channel and waits until the disk has it. */
    static void write(FileChannel channel, String content) throws IOException {
        var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /** A new name in a folder is lost with the power unless the folder is flushed as well. */
    static void flushFolder(Path file) throws IOException {
        var folder = file.getParent();
        if (folder != null) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
