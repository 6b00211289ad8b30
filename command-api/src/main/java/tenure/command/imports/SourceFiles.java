package tenure.command.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a source: all of a folder, or some that are named.
 *
 * @param place what a person calls them
 */
public record SourceFiles(String place, List<Path> files) {

    /** Endings that are left out where a file is named; the first that is there is taken. */
    private static final List<String> ENDINGS = List.of(".csv.gz", ".csv", "");

    /**
     * The files of a folder.
     *
     * @throws SourceRefused when it cannot be read
     */
    public static SourceFiles in(Path folder) throws SourceRefused {
        try (Stream<Path> found = Files.list(folder)) {
            return new SourceFiles(
                    folder.toString(),
                    found.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException unreadable) {
            throw new SourceRefused("The folder %s cannot be read.".formatted(folder));
        }
    }

    /**
     * A folder, or some files.
     *
     * @throws SourceRefused when one of them is not there
     */
    public static SourceFiles of(List<Path> paths) throws SourceRefused {
        if (paths.size() == 1 && Files.isDirectory(paths.getFirst())) {
            return in(paths.getFirst());
        }
        for (Path path : paths) {
            if (!Files.isRegularFile(path)) {
                throw new SourceRefused(
                        paths.size() == 1
                                ? "There is no folder or file %s.".formatted(path)
                                : "There is no file %s; name either one folder or files.".formatted(path));
            }
        }
        return new SourceFiles(
                paths.size() == 1 ? paths.getFirst().toString() : "%d files".formatted(paths.size()), paths);
    }

    /** The file that is called so, with or without its ending. */
    Optional<Path> find(String name) {
        return ENDINGS.stream()
                .flatMap(ending -> files.stream().filter(file -> nameOf(file).equals(name + ending)))
                .findFirst();
    }

    static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
