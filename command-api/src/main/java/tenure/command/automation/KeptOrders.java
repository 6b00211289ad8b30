package tenure.command.automation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps orders in the transaction of whoever gives them, and wakes the clock once they are there. */
@Component
class KeptOrders implements Orders {

    private final DueTable table;
    private final DueSignal signal;
    private final AutomationSettings settings;

    KeptOrders(DueTable table, DueSignal signal, AutomationSettings settings) {
        this.table = table;
        this.signal = signal;
        this.settings = settings;
    }

    @Override
    public void give(Order order) {
        table.add(order, settings.grace())
                .ifPresent(time ->
                        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                signal.readyIn(time);
                            }
                        }));
    }
}
