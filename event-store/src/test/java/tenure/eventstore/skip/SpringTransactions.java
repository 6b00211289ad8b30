package tenure.eventstore.skip;

import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Spring's transactions as Axon wants them. */
final class SpringTransactions implements TransactionManager {

    private final DataSourceTransactionManager transactions;

    SpringTransactions(DataSource dataSource) {
        this.transactions = new DataSourceTransactionManager(dataSource);
    }

    @Override
    public Transaction startTransaction() {
        var status = transactions.getTransaction(TransactionDefinition.withDefaults());
        return new Transaction() {
            @Override
            public void commit() {
                transactions.commit(status);
            }

            @Override
            public void rollback() {
                transactions.rollback(status);
            }
        };
    }
}
