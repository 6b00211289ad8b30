package tenure.app.cli;

import java.util.Iterator;
import tenure.command.imports.SourceMapping;
import tenure.command.imports.SourceMappings;

/** The names that {@code --mapping} takes, for the help. */
final class KnownMappings implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return SourceMappings.known().stream().map(SourceMapping::name).iterator();
    }
}
