package tenure.benchmark.axon;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Spring's transactions for Axon. */
record AxonTransactions(PlatformTransactionManager transactions) implements TransactionManager {

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
