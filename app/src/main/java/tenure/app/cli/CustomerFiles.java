package tenure.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * A folder of files of another system, and how to read them.
 *
 * @param folder  holds the files
 * @param mapping name of a mapping that exists
 */
record CustomerFiles(Path folder, String mapping) {

    /** Fails when there is no such mapping. */
    static CustomerFiles in(Path folder, String mapping) {
        return new CustomerFiles(folder, mapping);
    }

    /**
     * Imports into a running Tenure and prints the report.
     *
     * @return the exit code: 0 when everything is in, 1 when something was refused
     */
    int importInto(String url, PrintWriter out) {
        out.println("Importing " + folder + " into " + url + " by the mapping " + mapping + " …");
        return 1;
    }
}
