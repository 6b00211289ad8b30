package tenure.query.projection;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.eventstore.read.EventDecoder;
import tenure.eventstore.read.EventLog;

/** Makes what takes a projection forward. */
@Component
public class PageProjectors {

    private final EventLog log;
    private final EventDecoder decoder;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    PageProjectors(EventLog log, EventDecoder decoder, PlatformTransactionManager transactions) {
        this.log = log;
        this.decoder = decoder;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** For a projection whose position and parked events are kept in the given table. */
    public PageProjector of(Projection projection, ProjectionTable table) {
        return new PageProjector(projection, log, decoder, table, transaction, savepoint);
    }
}
