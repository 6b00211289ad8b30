package tenure.command.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A source that a mapping file describes. The files are sent one after the other, as later ones name what earlier ones
 * brought. Rows stream through, unless their file asks for an order: then its commands are held in memory.
 */
final class MappedSource implements SourceMapping {

    private final String name;
    private final List<MappedFile> files;

    MappedSource(String name, List<MappedFile> files) {
        this.name = name;
        this.files = List.copyOf(files);
    }

    @Override
    public String name() {
        return name;
    }

    List<MappedFile> files() {
        return files;
    }

    @Override
    public void read(SourceFiles source, Receiver receiver) throws SourceRefused {
        List<Opened> opened = new ArrayList<>();
        try {
            open(source, opened);
            mention(source, opened, receiver);
            new Reading(opened, receiver).run();
        } finally {
            opened.forEach(file -> file.csv().close());
        }
    }

    private void open(SourceFiles source, List<Opened> opened) throws SourceRefused {
        List<String> wrong = new ArrayList<>();
        for (MappedFile file : files) {
            Optional<Path> path = source.find(file.name());
            if (path.isEmpty()) {
                if (!file.optional()) {
                    wrong.add("%s has no file %s, which the mapping %s reads."
                            .formatted(source.place(), file.name(), name));
                }
                continue;
            }
            try {
                opened.add(new Opened(file, path.get(), CsvFile.open(path.get(), file.columns(), file.format())));
            } catch (SourceRefused refused) {
                wrong.add(String.valueOf(refused.getMessage()));
            }
        }
        if (wrong.isEmpty() && opened.isEmpty()) {
            wrong.add("%s has none of the files that the mapping %s reads.".formatted(source.place(), name));
        }
        if (!wrong.isEmpty()) {
            throw new SourceRefused(String.join(System.lineSeparator(), wrong));
        }
    }

    private static void mention(SourceFiles source, List<Opened> opened, Receiver receiver) {
        source.files().stream()
                .filter(path -> opened.stream().noneMatch(file -> file.path().equals(path)))
                .map(SourceFiles::nameOf)
                .filter(file -> file.endsWith(".csv") || file.endsWith(".csv.gz"))
                .forEach(file -> receiver.remark("files that the mapping does not read", file, 0));
    }

    private record Opened(MappedFile mapped, Path path, CsvFile csv) {}

    private record Placed(@Nullable String time, ImportItem item) {}

    /** One run over the files. */
    private static final class Reading {

        private final List<Opened> opened;
        private final Receiver receiver;
        private final long size;
        private long rows;

        Reading(List<Opened> opened, Receiver receiver) {
            this.opened = opened;
            this.receiver = receiver;
            this.size = opened.stream().mapToLong(file -> file.csv().size()).sum();
        }

        void run() {
            for (Opened file : opened) {
                List<Placed> held = new ArrayList<>();
                file.csv()
                        .forEach(
                                row -> {
                                    rows++;
                                    row(file.mapped(), row, held);
                                    told();
                                },
                                receiver::problem);
                held.sort(Comparator.comparing(Placed::time, Comparator.nullsLast(Comparator.naturalOrder())));
                held.forEach(placed -> receiver.item(placed.item()));
                told();
                receiver.settle();
            }
        }

        private void row(MappedFile file, CsvRow row, List<Placed> held) {
            String subject = file.subjectOf(row);
            FieldValue order = file.order();
            JsonNode time = order == null ? null : order.of(row);
            // All commands of a row are made before the first is sent: a broken row costs all of it, not a part.
            List<ImportItem> items = file.rules().stream()
                    .filter(rule -> rule.wants(row))
                    .map(rule -> rule.item(row, subject))
                    .toList();
            if (items.isEmpty()) {
                receiver.remark("rows that no rule of the mapping wants", row.file(), row.line());
            }
            for (ImportItem item : items) {
                if (order == null) {
                    receiver.item(item);
                } else {
                    held.add(new Placed(time == null ? null : time.stringValue(), item));
                }
            }
        }

        private void told() {
            long read = 0;
            for (Opened file : opened) {
                read += file.csv().bytesRead();
            }
            receiver.progress(new ImportProgress(rows, read, size));
        }
    }
}
