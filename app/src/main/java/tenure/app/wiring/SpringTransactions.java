package tenure.app.wiring;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Spring's transactions for Axon's processors, so that what a handler writes and the token of its batch commit together. */
final class SpringTransactions implements TransactionManager {

    private final PlatformTransactionManager transactions;

    SpringTransactions(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    public Transaction startTransaction() {
        var status = transactions.getTransaction(TransactionDefinition.withDefaults());
        return new Transaction() {
            @Override
            public void commit() {
                finish(status, true);
            }

            @Override
            public void rollback() {
                finish(status, false);
            }
        };
    }

    private void finish(TransactionStatus status, boolean commit) {
        if (status.isNewTransaction() && !status.isCompleted()) {
            if (commit) {
                transactions.commit(status);
            } else {
                transactions.rollback(status);
            }
        }
    }
}
