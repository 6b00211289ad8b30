package tenure.database;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import tenure.app.database.EmbeddedDatabase;

/** A process that starts a database, writes a row, says so and waits to be killed. */
final class DatabaseOwner {
    private DatabaseOwner() {}

    static void main(String[] arguments) throws Exception {
        var database = EmbeddedDatabase.start(Path.of(arguments[0]), line -> {});
        try (var connection = database.address().connect();
                var statement = connection.createStatement()) {
            statement.execute("create table owned (id int)");
            statement.execute("insert into owned values (42)");
        }
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
