package tenure.eventstore;

/**
 * One database for all tests that need nothing but an empty log. Each database of its own costs the server thousands of
 * files to flush when it stops.
 */
public final class SharedLog {

    private static final TestDatabase DATABASE = TestDatabase.withLog();

    private SharedLog() {}

    /** The shared database, emptied; nobody closes it. */
    public static TestDatabase emptied() {
        // In one statement, so on one connection: the triggers that refuse this must sleep meanwhile.
        DATABASE.jdbc().sql("""
                        do $$
                        begin
                            set local session_replication_role = replica;
                            truncate eventstore.event, eventstore.stream_head, eventstore.batch, eventstore.command,
                                     eventstore.snapshot;
                            update eventstore.log_head set position = 0;
                        end
                        $$
                        """).update();
        return DATABASE;
    }
}
