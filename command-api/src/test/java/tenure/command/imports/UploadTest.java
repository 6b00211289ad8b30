package tenure.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {

    @TempDir
    private Path folder;

    @Test
    void unpacksCsvFilesAndAMapping() throws Exception {
        unpack("a.csv", "x\n", "mapping.json", "{}");

        assertThat(folder.resolve("a.csv")).hasContent("x\n");
        assertThat(folder.resolve("mapping.json")).hasContent("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.csv",
                "..\\a.csv",
                "/etc/a.csv",
                "C:\\a.csv",
                "\\\\host\\share\\a.csv",
                "folder/a.csv",
                "folder/",
                ".a.csv",
                "a\u0000.csv",
                "ä.csv"
            })
    void refusesNamesThatCouldLeadAnywhereElse(String name) {
        assertThatThrownBy(() -> unpack(name, "x"))
                .isInstanceOf(SourceRefused.class)
                .hasMessageStartingWith("Put the files into the zip without folders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inner.zip", "a.csv.gz", "run.sh", "other.json"})
    void refusesWhatIsNeitherCsvNorTheMapping(String name) {
        assertThatThrownBy(() -> unpack(name, "x")).hasMessageContaining("not " + name);
    }

    @Test
    void refusesTooManyFilesAndNone() {
        assertThatThrownBy(() -> Upload.unpack(many(Upload.MOST_FILES + 1), folder))
                .hasMessageContaining("at most 50 files");
        assertThatThrownBy(() -> Upload.unpack(bytes("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)), folder))
                .hasMessageContaining("not a zip file");
    }

    @Test
    void refusesABombLongBeforeItFillsTheDisk() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("bomb.csv"));
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                zip.write(zeros);
            }
        }

        assertThatThrownBy(() -> Upload.unpack(bytes(bomb.toByteArray()), folder))
                .hasMessageContaining("unpacks to more than 100 times its size");
        assertThat(Files.size(folder.resolve("bomb.csv"))).isLessThan(40L << 20);
    }

    @Test
    void refusesAnArchiveThatBreaksOff() throws Exception {
        byte[] whole = many(20).readAllBytes();

        for (int length : List.of(whole.length / 10, whole.length / 3, whole.length / 2, whole.length - 30)) {
            var broken = bytes(Arrays.copyOf(whole, length));
            var into = Files.createDirectory(folder.resolve("into-" + length));
            assertThatThrownBy(() -> Upload.unpack(broken, into))
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isInstanceOf(EOFException.class),
                            thrown -> assertThat(thrown).hasMessage("The zip file breaks off before its end."));
        }
        Upload.unpack(bytes(whole), Files.createDirectory(folder.resolve("whole")));
    }

    private void unpack(String... namesAndTexts) throws IOException, SourceRefused {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int index = 0; index < namesAndTexts.length; index += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[index]));
                zip.write(namesAndTexts[index + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        Upload.unpack(bytes(bytes.toByteArray()), folder);
    }

    private static InputStream many(int files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int index = 0; index < files; index++) {
                zip.putNextEntry(new ZipEntry("a" + index + ".csv"));
                zip.write('x');
            }
        }
        return bytes(bytes.toByteArray());
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
