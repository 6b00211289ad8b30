package tenure.benchmark.view;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a view forward a page at a time; what the page wrote and how far it reached commit together. */
public final class PageLoop {

    private static final int PAGE = 5_000;

    private final Source source;
    private final View view;
    private final String name;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private long position;
    private List<Change> last = List.of();

    /** A loop that stands before the first event; its name is its own. */
    public PageLoop(DataSource dataSource, String name, Source source, View view) {
        this.source = source;
        this.view = view;
        this.name = name;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        jdbc.sql("create table if not exists progress (name text primary key, position bigint not null)")
                .update();
        jdbc.sql("insert into progress values (?, 0)").param(name).update();
    }

    /** Stands before the first event again, with an empty view. */
    public void rewind() {
        position = 0;
        view.clear();
    }

    /** Goes on to the end of the log. */
    public void run() throws Exception {
        var head = source.head();
        while (position < head) {
            step(head);
        }
        view.finish();
    }

    /** Takes in the next page; returns its events, none when there was nothing new. */
    public List<Change> step() {
        last = List.of();
        step(source.head());
        return last;
    }

    /** How far it is. */
    public long position() {
        return position;
    }

    private void step(long head) {
        if (head <= position) {
            return;
        }
        var upTo = Math.min(head, position + PAGE);
        transaction.executeWithoutResult(status -> {
            try {
                last = source.page(position, upTo);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            view.apply(last);
            jdbc.sql("update progress set position = ? where name = ?")
                    .param(upTo)
                    .param(name)
                    .update();
        });
        position = upTo;
    }
}
