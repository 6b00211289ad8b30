package tenure.command.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a file is written. */
record CsvFormat(char separator, Charset charset) {
    static final CsvFormat USUAL = new CsvFormat(',', StandardCharsets.UTF_8);
}
