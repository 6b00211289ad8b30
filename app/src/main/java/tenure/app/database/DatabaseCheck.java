package tenure.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tenure.eventstore.DurabilityCheck;

/** Looks at a database before anything is built on it, so that what is wrong can be said in one sentence. */
public final class DatabaseCheck {

    private DatabaseCheck() {}

    /**
     * Connects as the application would and looks at the settings in force.
     *
     * @return warnings, one sentence each, about what is allowed but unwise
     * @throws DatabaseProblem when the database cannot be reached or may lose confirmed work
     */
    public static List<String> run(DatabaseAddress address) {
        try (var connection = connect(address)) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            DurabilityCheck.require(jdbc);
            return keepsChecksums(jdbc)
                    ? List.of()
                    : List.of("The database at " + address.place()
                            + " keeps no data checksums, so damage on its disk may go unnoticed.");
        } catch (DurabilityCheck.NotDurable e) {
            throw new DatabaseProblem(String.valueOf(e.getMessage()), e);
        } catch (SQLException e) {
            throw unusable(address, e);
        }
    }

    /**
     * Opens a connection.
     *
     * @throws DatabaseProblem when that is impossible
     */
    public static Connection connect(DatabaseAddress address) {
        try {
            return address.connect();
        } catch (SQLException e) {
            throw unusable(address, e);
        }
    }

    private static DatabaseProblem unusable(DatabaseAddress address, SQLException e) {
        return new DatabaseProblem(
                "The database at " + address.place() + " cannot be used: " + firstSentence(e) + ".", e);
    }

    private static boolean keepsChecksums(JdbcClient jdbc) {
        return jdbc.sql("select current_setting('data_checksums') as checksums")
                .query((row, number) -> row.getString("checksums"))
                .single()
                .equals("on");
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
