package tenure.command.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Unpacks the zip file of a stranger into a folder: plain files only, by names that cannot lead out of it, and no more
 * than the disk and the patience of others bear.
 */
final class Upload {

    /** The mapping that may lie in the zip. */
    static final String MAPPING = "mapping.json";

    static final long MOST_BYTES = 50L << 20;
    static final int MOST_FILES = 50;
    static final long MOST_BYTES_UNPACKED = 1L << 28;

    /** Text packs to a tenth or so; whoever packs to less than a hundredth means harm. */
    static final int MOST_TIMES_PACKED = 100;

    private static final long RATIO_FROM = 1 << 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}");
    private static final int BUFFER = 1 << 16;

    /** What the directory at the end of a zip ends with, and how many bytes may follow its beginning. */
    private static final String END = "PK\005\006";

    private static final int TAIL = 1 << 10;

    private long packed;
    private long unpacked;

    private Upload() {}

    /**
     * Unpacks.
     *
     * @throws SourceRefused with a sentence, when it is no zip, or holds what it should not
     */
    static void unpack(InputStream body, Path folder) throws SourceRefused, IOException {
        new Upload().unpackInto(body, folder);
    }

    private void unpackInto(InputStream body, Path folder) throws SourceRefused, IOException {
        var whole = new Counting(body);
        var zip = new ZipInputStream(whole);
        int files = 0;
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++files > MOST_FILES) {
                    throw new SourceRefused("A zip may hold at most %d files.".formatted(MOST_FILES));
                }
                String name = nameOf(entry);
                Path file = folder.resolve(name);
                if (Files.exists(file)) {
                    throw new SourceRefused("The zip holds the file %s twice.".formatted(name));
                }
                copy(zip, file);
            }
        } catch (ZipException | IllegalArgumentException broken) {
            throw new SourceRefused("The body is not a zip file, or a damaged one.");
        }
        whole.transferTo(OutputStream.nullOutputStream());
        if (files > 0 && !whole.hasEnded()) {
            throw new SourceRefused("The zip file breaks off before its end.");
        }
        if (files == 0) {
            throw new SourceRefused("The body is not a zip file, or an empty one.");
        }
    }

    private static String nameOf(ZipEntry entry) throws SourceRefused {
        String name = entry.getName();
        if (entry.isDirectory() || !NAME.matcher(name).matches()) {
            throw new SourceRefused(
                    "Put the files into the zip without folders, by names of A-Z a-z 0-9 . _ - and blanks.");
        }
        if (!name.equals(MAPPING) && !name.endsWith(".csv")) {
            throw new SourceRefused("A zip may hold .csv files, as they are, and %s; not %s.".formatted(MAPPING, name));
        }
        return name;
    }

    private void copy(InputStream from, Path file) throws SourceRefused, IOException {
        byte[] buffer = new byte[BUFFER];
        try (OutputStream to = Files.newOutputStream(file)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                unpacked += read;
                if (unpacked > MOST_BYTES_UNPACKED || unpacked > RATIO_FROM + MOST_TIMES_PACKED * packed) {
                    throw new SourceRefused("The zip unpacks to more than %d times its size, or more than %d MB."
                            .formatted(MOST_TIMES_PACKED, MOST_BYTES_UNPACKED >> 20));
                }
                to.write(buffer, 0, read);
            }
        }
    }

    /** Counts what comes in, ends it at the limit, and remembers its last bytes, as a zip has a directory at its end. */
    private final class Counting extends InputStream {
        private final InputStream in;
        private String tail = "";

        Counting(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            if (read > 0) {
                packed += read;
                int last = Math.min(read, TAIL);
                tail += new String(bytes, offset + read - last, last, StandardCharsets.ISO_8859_1);
                tail = tail.substring(Math.max(0, tail.length() - TAIL));
            }
            if (packed > MOST_BYTES) {
                throw new TooLarge();
            }
            return read;
        }

        boolean hasEnded() {
            return tail.contains(END);
        }
    }

    /** More was sent than may be. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
