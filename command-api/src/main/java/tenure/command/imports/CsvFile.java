package tenure.command.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A CSV file, plain or packed, read row by row; what cannot be read is told with its line. */
final class CsvFile implements AutoCloseable {

    /** Code of the problem that stands for all the rows behind it. */
    static final String REST_UNREADABLE = "REST_UNREADABLE";

    /** What bytes that are no UTF-8 become, so that they cost their row and not the file. */
    private static final String REPLACEMENT = "\uFFFD";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Longest field in characters; a longer one means that a quote was never closed. */
    private static final int LONGEST_FIELD = 1 << 20;

    private final String name;
    private final long size;
    private final Counting counting;
    private final CloseableIterator<CsvRecord> records;
    private final Map<String, Integer> columns;
    private long line = 1;

    private CsvFile(Path file, List<String> required, CsvFormat format) throws SourceRefused, IOException {
        name = SourceFiles.nameOf(file);
        size = Files.size(file);
        counting = new Counting(Files.newInputStream(file));
        InputStream bytes = new BufferedInputStream(counting);
        try {
            records = CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .skipEmptyLines(true)
                    .maxBufferSize(LONGEST_FIELD)
                    .fieldSeparator(format.separator())
                    .ofCsvRecord(new InputStreamReader(
                            withoutByteOrderMark(
                                    name.endsWith(".gz") ? new BufferedInputStream(new GZIPInputStream(bytes)) : bytes),
                            format.charset()
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPLACE)
                                    .onUnmappableCharacter(CodingErrorAction.REPLACE)))
                    .iterator();
            columns = header(required);
        } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
            counting.close();
            throw new SourceRefused("%s cannot be read: %s".formatted(name, reasonOf(unreadable)));
        }
    }

    /**
     * Opens {@code name.csv.gz} or {@code name.csv}.
     *
     * @throws SourceRefused when it is not there, cannot be read or has not all of the columns
     */
    static CsvFile open(SourceFiles files, String name, List<String> columns) throws SourceRefused {
        Path file = files.find(name)
                .orElseThrow(() ->
                        new SourceRefused("%s has neither %s.csv.gz nor %s.csv.".formatted(files.place(), name, name)));
        return open(file, columns, CsvFormat.USUAL);
    }

    /**
     * Opens a file.
     *
     * @throws SourceRefused when it cannot be read or has not all of the columns
     */
    static CsvFile open(Path file, List<String> columns, CsvFormat format) throws SourceRefused {
        try {
            return new CsvFile(file, columns, format);
        } catch (IOException unreadable) {
            throw new SourceRefused("%s cannot be read: %s".formatted(SourceFiles.nameOf(file), reasonOf(unreadable)));
        }
    }

    String name() {
        return name;
    }

    /** The columns, in their order. */
    List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    long size() {
        return size;
    }

    long bytesRead() {
        return counting.count;
    }

    /** Hands over every row. A row that throws {@link BadRow} or is broken becomes a problem; the others go on. */
    void forEach(Consumer<CsvRow> rows, Consumer<RowProblem> problems) {
        try {
            while (records.hasNext()) {
                CsvRecord row = records.next();
                line = row.getStartingLineNumber();
                try {
                    if (row.getFieldCount() != columns.size()) {
                        throw new BadRow(
                                "COLUMN_COUNT",
                                "Has %d fields instead of %d.".formatted(row.getFieldCount(), columns.size()));
                    }
                    if (row.getFields().stream().anyMatch(field -> field.contains(REPLACEMENT))) {
                        throw new BadRow("NOT_UTF_8", "Holds something that is not UTF-8.");
                    }
                    rows.accept(new CsvRow(name, line, columns, row.getFields()));
                } catch (BadRow bad) {
                    problems.accept(bad.at(name, line));
                } catch (DateTimeException | ArithmeticException tooLarge) {
                    problems.accept(new RowProblem(
                            name, line, "OUT_OF_RANGE", "A day or a number is too large to count with."));
                }
            }
        } catch (UncheckedIOException | CsvParseException broken) {
            problems.accept(new RowProblem(
                    name, line + 1, REST_UNREADABLE, "From here on the file cannot be read: " + reasonOf(broken)));
        }
    }

    @Override
    public void close() {
        try {
            counting.close();
        } catch (IOException harmless) {
            throw new UncheckedIOException(harmless);
        }
    }

    private Map<String, Integer> header(List<String> required) throws SourceRefused {
        if (!records.hasNext()) {
            throw new SourceRefused("%s is empty; a header is expected in line 1.".formatted(name));
        }
        Map<String, Integer> found = new LinkedHashMap<>();
        for (String column : records.next().getFields()) {
            if (column.contains(REPLACEMENT)) {
                throw new SourceRefused("%s has a column whose name is not UTF-8.".formatted(name));
            }
            if (found.putIfAbsent(column, found.size()) != null) {
                throw new SourceRefused("%s has the column %s twice.".formatted(name, column));
            }
        }
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            throw new SourceRefused("%s lacks the column%s %s."
                    .formatted(name, missing.size() == 1 ? "" : "s", String.join(", ", missing)));
        }
        return found;
    }

    private static InputStream withoutByteOrderMark(InputStream text) throws IOException {
        text.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(text.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            text.reset();
        }
        return text;
    }

    private static String reasonOf(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case EOFException brokenOff -> "the archive breaks off.";
            case ZipException noArchive -> "it is not a gzip archive, or a damaged one.";
            default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        };
    }

    /** Counts the bytes taken from the disk. */
    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = super.read(bytes, offset, length);
            count += Math.max(some, 0);
            return some;
        }
    }
}
