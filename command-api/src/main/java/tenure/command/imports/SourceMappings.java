package tenure.command.imports;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The sources that can be imported. */
public final class SourceMappings {

    private static final List<SourceMapping> KNOWN = List.of(new CrmsimMapping());

    private SourceMappings() {}

    /** All of them. */
    public static List<SourceMapping> known() {
        return KNOWN;
    }

    /** The one of that name. */
    public static SourceMapping named(String name) throws SourceRefused {
        return KNOWN.stream()
                .filter(mapping -> mapping.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SourceRefused("There is no mapping called %s. There are: %s."
                        .formatted(name, KNOWN.stream().map(SourceMapping::name).collect(joining(", ")))));
    }
}
