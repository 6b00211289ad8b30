package tenure.benchmark.axon;

import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Spring's transactions for Axon. */
public record AxonTransactions(PlatformTransactionManager transactions) implements TransactionManager {

    /** Transactions on plain connections. */
    public static AxonTransactions on(DataSource dataSource) {
        return new AxonTransactions(new JdbcTransactionManager(dataSource));
    }

    @Override
    public Transaction startTransaction() {
        var status = transactions.getTransaction(TransactionDefinition.withDefaults());
        return new Transaction() {
            @Override
            public void commit() {
                if (own(status)) {
                    transactions.commit(status);
                }
            }

            @Override
            public void rollback() {
                if (own(status)) {
                    transactions.rollback(status);
                }
            }
        };
    }

    private static boolean own(TransactionStatus status) {
        return status.isNewTransaction() && !status.isCompleted();
    }
}
