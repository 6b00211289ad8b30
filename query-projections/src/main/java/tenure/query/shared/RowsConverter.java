package tenure.query.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.util.RawValue;

/** Writes the rows of a {@link Page} as CSV (RFC 4180, with a header) or as lines of JSON, for those who ask for that. */
@Component
class RowsConverter extends AbstractHttpMessageConverter<Page> {

    private static final String BEGINNINGS_OF_FORMULAS = "=+-@\t\r";

    static final MediaType CSV = MediaType.parseMediaType("text/csv");

    private final JsonMapper json;

    RowsConverter(JsonMapper json) {
        super(StandardCharsets.UTF_8, CSV, MediaType.APPLICATION_NDJSON);
        this.json = json;
    }

    /** Only to those who name it: who accepts anything is meant to get the whole answer. */
    @Override
    public List<MediaType> getSupportedMediaTypes(Class<?> type) {
        var accepted = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? current.getRequest().getHeader(HttpHeaders.ACCEPT)
                : null;
        return accepted == null
                ? List.of()
                : getSupportedMediaTypes().stream()
                        .filter(offered -> accepted.contains(offered.toString()))
                        .toList();
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Page.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @org.jspecify.annotations.Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Page readInternal(Class<? extends Page> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Pages are only written.", input);
    }

    @Override
    protected void writeInternal(Page page, HttpOutputMessage output) throws IOException {
        if (page.nextCursor() != null) {
            var next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("cursor", page.nextCursor())
                    .build(true);
            output.getHeaders().set(HttpHeaders.LINK, "<" + next.getPath() + "?" + next.getQuery() + ">; rel=\"next\"");
        }
        var rows = page.rows().stream().<JsonNode>map(json::valueToTree).toList();
        if (MediaType.APPLICATION_NDJSON.isCompatibleWith(output.getHeaders().getContentType())) {
            for (var row : rows) {
                output.getBody().write(json.writeValueAsBytes(row));
                output.getBody().write('\n');
            }
        } else {
            csv(rows, output);
        }
    }

    private static void csv(List<JsonNode> rows, HttpOutputMessage output) throws IOException {
        var flat = rows.stream()
                .map(row -> {
                    Map<String, String> cells = new LinkedHashMap<>();
                    flatten("", row, cells);
                    return cells;
                })
                .toList();
        Set<String> columns = flat.stream()
                .flatMap(row -> row.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var text = new OutputStreamWriter(output.getBody(), StandardCharsets.UTF_8);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(columns);
        for (var row : flat) {
            csv.writeRecord(
                    columns.stream().map(column -> row.getOrDefault(column, "")).toList());
        }
        csv.flush();
    }

    /** Parts of a part are named {@code part.name}; lists of plain values are separated by spaces, others stay JSON, and so does what was JSON before. */
    private static void flatten(String name, JsonNode value, Map<String, String> cells) {
        if (value.isObject()) {
            value.properties()
                    .forEach(part -> flatten(
                            name.isEmpty() ? part.getKey() : name + '.' + part.getKey(), part.getValue(), cells));
        } else if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
            cells.put(name, value.valueStream().map(item -> item.asString("")).collect(Collectors.joining(" ")));
        } else if (value.isArray()) {
            cells.put(name, value.toString());
        } else if (value instanceof POJONode wrapped && wrapped.getPojo() instanceof RawValue raw) {
            cells.put(name, String.valueOf(raw.rawValue()));
        } else {
            cells.put(name, value.isNull() ? "" : value.isString() ? harmless(value.asString()) : value.asString());
        }
    }

    /** A spreadsheet would take some texts for formulas, and texts come from outside. */
    private static String harmless(String text) {
        return !text.isEmpty() && BEGINNINGS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
