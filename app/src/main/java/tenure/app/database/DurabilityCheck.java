package tenure.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Refuses a database that could forget what it has confirmed: an append that was answered must survive a power loss. */
public final class DurabilityCheck {
    private static final List<String> MUST_BE_ON = List.of("fsync", "full_page_writes", "synchronous_commit");

    private DurabilityCheck() {}

    /**
     * Connects as the application would and looks at the settings in force.
     *
     * @return warnings, one sentence each, about what is allowed but unwise
     * @throws DatabaseProblem when the database cannot be reached or may lose confirmed work
     */
    public static List<String> run(DatabaseAddress address) {
        try (var connection = address.connect()) {
            for (var setting : MUST_BE_ON) {
                if ("off".equals(show(connection, setting))) {
                    throw new DatabaseProblem("The database at " + address.place() + " runs with " + setting
                            + " = off and could lose confirmed events; set it to on.");
                }
            }
            List<String> warnings = new ArrayList<>();
            if ("off".equals(show(connection, "data_checksums"))) {
                warnings.add("The database at " + address.place()
                        + " keeps no data checksums, so damage on its disk may go unnoticed.");
            }
            return warnings;
        } catch (SQLException e) {
            throw new DatabaseProblem(
                    "The database at " + address.place() + " cannot be used: " + firstSentence(e) + ".", e);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, setting);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    static String firstSentence(Exception e) {
        var message = e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().strip();
        var end = message.indexOf('\n');
        message = end < 0 ? message : message.substring(0, end);
        var stop = message.indexOf(". ");
        message = stop < 0 ? message : message.substring(0, stop);
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
