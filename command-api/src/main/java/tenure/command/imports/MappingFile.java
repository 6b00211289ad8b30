package tenure.command.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.catalogue.CommandKind;
import tenure.command.catalogue.StrictJson;
import tenure.command.problem.ProblemException;
import tenure.domain.shared.Checked;
import tools.jackson.databind.JsonNode;

/** Reads a mapping file: JSON that says what the rows of CSV files mean. Everything wrong with it is told at once. */
final class MappingFile {

    private static final long MOST_BYTES = 1 << 20;
    private static final List<String> OF_MAPPING = List.of("name", "zone", "files");
    private static final List<String> OF_FILE =
            List.of("file", "optional", "separator", "charset", "subject", "order", "rows");
    private static final List<String> OF_RULE = List.of("command", "label", "when", "key", "body");
    private static final List<String> OF_CONDITION = List.of("column", "is", "isNot", "present");

    /** Fields that tell whom a row is about, the best first. */
    private static final List<String> SUBJECTS = List.of("customerId", "licenseId", "userId", "ticketId");

    private final CommandCatalogue catalogue;
    private final List<String> problems = new ArrayList<>();
    private String name = "";
    private FieldMapping fields = new FieldMapping(ZoneOffset.UTC);

    private MappingFile(CommandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The source that the file describes.
     *
     * @throws SourceRefused with a line for everything that is wrong with it
     */
    static MappedSource read(Path file, CommandCatalogue catalogue) throws SourceRefused {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new SourceRefused("%s is too large for a mapping file.".formatted(file));
            }
            return read(StrictJson.parse(Files.readAllBytes(file)), file.toString(), catalogue);
        } catch (IOException unreadable) {
            throw new SourceRefused("The mapping file %s cannot be read.".formatted(file));
        } catch (ProblemException notJson) {
            var error = notJson.problem().errors().getFirst();
            throw new SourceRefused("%s: %s".formatted(file, error.detail()));
        }
    }

    static MappedSource read(JsonNode mapping, String place, CommandCatalogue catalogue) throws SourceRefused {
        var reading = new MappingFile(catalogue);
        var source = reading.source(new MappingPart(mapping, "", reading.problems));
        if (!reading.problems.isEmpty()) {
            throw new SourceRefused("%s cannot be used, nothing was sent:%n  %s"
                    .formatted(place, String.join(System.lineSeparator() + "  ", reading.problems)));
        }
        return source;
    }

    private MappedSource source(MappingPart part) {
        if (!part.isObjectOf(OF_MAPPING)) {
            return new MappedSource("", List.of());
        }
        name = part.needed("name");
        if (!name.isEmpty() && !name.matches(Checked.ID_PATTERN)) {
            part.at("name").wrong("use 1 to 64 of the characters A-Z a-z 0-9 . _ -");
        }
        if (part.has("zone")) {
            ZoneId zone = FieldMapping.zone(part.at("zone"), ZoneOffset.UTC);
            fields = new FieldMapping(zone);
        }
        List<MappedFile> files = part.each("files", this::file);
        if (files.isEmpty()) {
            part.wrong("files is missing or empty.");
        }
        return new MappedSource(name, files);
    }

    private Optional<MappedFile> file(MappingPart part) {
        if (!part.isObjectOf(OF_FILE)) {
            return Optional.empty();
        }
        String file = part.needed("file");
        Set<String> told = new HashSet<>();
        List<MappedRule> rules = part.each("rows", rule -> rule(rule, file, told));
        if (rules.isEmpty()) {
            part.wrong("rows is missing or empty.");
        }
        List<String> subject = part.texts("subject");
        return Optional.of(new MappedFile(
                file,
                part.truth("optional"),
                new CsvFormat(separator(part), charset(part)),
                subject.isEmpty() ? subjectOf(rules) : subject,
                part.has("order") ? fields.order(part.at("order")) : null,
                rules));
    }

    private Optional<MappedRule> rule(MappingPart part, String file, Set<String> told) {
        if (!part.isObjectOf(OF_RULE)) {
            return Optional.empty();
        }
        String command = part.needed("command");
        Optional<CommandKind> kind = catalogue.find(command);
        if (kind.isEmpty()) {
            if (!command.isEmpty()) {
                part.unknown(
                        "there is no command",
                        command,
                        catalogue.all().stream().map(CommandKind::name).toList());
            }
            return Optional.empty();
        }
        List<RowCondition> conditions = part.at("when").node().isArray()
                ? part.each("when", this::condition)
                : part.has("when") ? condition(part.at("when")).stream().toList() : List.of();
        FieldValue body = fields.object(part.at("body"), kind.get().fields(), command);
        String label = part.text("label");
        String prefix = Stream.of(name, stem(file), command, label)
                .filter(word -> word != null)
                .map(word -> word.replaceAll("[^!-~]", "_"))
                .reduce("", (line, word) -> line + word + ":");
        if (prefix.length() > 200) {
            part.wrong("the names of mapping, file and label are too long for the keys of rows.");
        }
        if (!told.add(prefix)) {
            part.wrong("the rule before has the same command; give each of them a label, which becomes part of the "
                    + "keys of its rows.");
        }
        return Optional.of(new MappedRule(command, conditions, prefix, key(part, conditions, body), body));
    }

    /** Columns of the key: those that are named, or else all that the command is made of. */
    private static List<String> key(MappingPart part, List<RowCondition> conditions, FieldValue body) {
        List<String> key = part.texts("key");
        if (!key.isEmpty()) {
            return key;
        }
        Set<String> columns = new TreeSet<>();
        body.columns(columns);
        conditions.forEach(condition -> columns.add(condition.column()));
        if (columns.isEmpty()) {
            part.wrong("no column makes one row differ from another; give it a key.");
        }
        return List.copyOf(columns);
    }

    private Optional<RowCondition> condition(MappingPart part) {
        if (!part.isObjectOf(OF_CONDITION)) {
            return Optional.empty();
        }
        String column = part.needed("column");
        long asked = Stream.of("is", "isNot", "present").filter(part::has).count();
        if (asked != 1) {
            part.wrong("one of is, isNot and present is expected besides column.");
        }
        if (part.has("present")) {
            return Optional.of(new RowCondition(column, Set.of(), part.truth("present")));
        }
        String asks = part.has("is") ? "is" : "isNot";
        Set<String> values = Set.copyOf(part.texts(asks));
        if (asked == 1 && values.isEmpty()) {
            part.at(asks).wrong("at least one text is expected here.");
        }
        return Optional.of(new RowCondition(column, values, part.has("is")));
    }

    private static List<String> subjectOf(List<MappedRule> rules) {
        for (String field : SUBJECTS) {
            for (MappedRule rule : rules) {
                if (rule.body() instanceof FieldValue.Members body
                        && body.members().get(field) instanceof FieldValue.Cell cell) {
                    return List.of(cell.column());
                }
            }
        }
        return List.of();
    }

    private static char separator(MappingPart part) {
        String separator = part.text("separator");
        if (separator != null && (separator.length() != 1 || separator.matches("[\"\\r\\n]"))) {
            part.at("separator").wrong("one character such as ; is expected here.");
        }
        return separator == null ? ',' : separator.charAt(0);
    }

    private static Charset charset(MappingPart part) {
        @Nullable String charset = part.text("charset");
        try {
            return charset == null ? CsvFormat.USUAL.charset() : Charset.forName(charset);
        } catch (IllegalArgumentException unknown) {
            part.at("charset").wrong("%s is no charset such as windows-1252.".formatted(charset));
            return CsvFormat.USUAL.charset();
        }
    }

    /** The name of a file without its ending, so that packing it does not change the keys of its rows. */
    private static String stem(String file) {
        return file.replaceFirst("\\.csv(\\.gz)?$", "");
    }
}
