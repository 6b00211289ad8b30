package tenure.eventstore;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses a database that could lose an acknowledged command. */
public final class DurabilityCheck {

    private static final List<String> MUST_BE_ON = List.of("fsync", "full_page_writes", "synchronous_commit");

    private DurabilityCheck() {}

    /**
     * Looks at the settings as this connection sees them.
     *
     * @throws NotDurable when one of them is off
     */
    public static void require(JdbcClient jdbc) {
        var off = MUST_BE_ON.stream()
                .filter(setting -> jdbc.sql("select current_setting(?)")
                        .param(setting)
                        .query(String.class)
                        .single()
                        .equals("off"))
                .collect(Collectors.joining(", "));
        if (!off.isEmpty()) {
            throw new NotDurable("PostgreSQL runs with " + off + " = off, so acknowledged commands could be lost."
                    + " Switch it on and start again.");
        }
    }

    /** The database does not keep what it acknowledges. */
    public static final class NotDurable extends RuntimeException {
        NotDurable(String message) {
            super(message);
        }
    }
}
