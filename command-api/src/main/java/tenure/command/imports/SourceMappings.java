package tenure.command.imports;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import tenure.command.catalogue.CommandCatalogue;

/** The sources that can be imported. */
public final class SourceMappings {

    private static final List<SourceMapping> KNOWN = List.of(new CrmsimMapping(), new RavenStackMapping());

    private SourceMappings() {}

    /** All of them. */
    public static List<SourceMapping> known() {
        return KNOWN;
    }

    /**
     * The one of that name, or the one that a mapping file describes.
     *
     * @param name a known name, or the path of a file that ends in {@code .json}
     */
    public static SourceMapping named(String name) throws SourceRefused {
        if (name.endsWith(".json")) {
            return MappingFile.read(Path.of(name), CommandCatalogue.ofTheDomain());
        }
        return known(name);
    }

    /** The one of that name among those that Tenure knows. */
    static SourceMapping known(String name) throws SourceRefused {
        return KNOWN.stream()
                .filter(mapping -> mapping.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SourceRefused(
                        "There is no mapping called %s. There are: %s; a mapping file of your own ends in .json."
                                .formatted(
                                        name,
                                        KNOWN.stream().map(SourceMapping::name).collect(joining(", ")))));
    }
}
