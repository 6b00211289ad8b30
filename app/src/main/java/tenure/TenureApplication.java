package tenure;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import tenure.app.cli.TenureCommand;

/** Tenure, started from the command line. Stands at the root package, so that Spring finds every module. */
@SpringBootApplication
public class TenureApplication {

    /** Runs one command of the command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(TenureCommand.run(arguments));
    }
}
