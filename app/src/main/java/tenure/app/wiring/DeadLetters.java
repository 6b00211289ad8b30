package tenure.app.wiring;

import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import tenure.eventstore.deadletter.HandlersInSavepoint;
import tenure.eventstore.deadletter.LetterTable;
import tenure.eventstore.deadletter.ParkUnlessOutage;
import tenure.eventstore.deadletter.PostgresDeadLetterQueue;
import tenure.eventstore.deadletter.SequenceClaims;

/** Gives every processor a dead-letter queue, and its handlers a savepoint, whoever registers it. */
final class DeadLetters {

    private final LetterTable letters;
    private final SequenceClaims claims;
    private final PlatformTransactionManager transactions;
    private final DataSource dataSource;

    DeadLetters(
            LetterTable letters,
            SequenceClaims claims,
            PlatformTransactionManager transactions,
            DataSource dataSource) {
        this.letters = letters;
        this.claims = claims;
        this.transactions = transactions;
        this.dataSource = dataSource;
    }

    void register(EventProcessingConfigurer processing) {
        processing
                .registerDefaultDeadLetterPolicy(configuration -> new ParkUnlessOutage())
                .registerDeadLetterQueueProvider(group -> {
                    // There is no default for what surrounds the handlers, but Axon asks here before it builds them.
                    processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                            group,
                            (configuration, builder) -> HandlersInSavepoint.around(
                                    builder.enableSequenceIdentifierCache(), transactions, dataSource));
                    return configuration -> queue(group);
                });
    }

    /** The letters of a processor. */
    PostgresDeadLetterQueue queue(String processor) {
        return new PostgresDeadLetterQueue(processor, letters, claims, PostgresDeadLetterQueue.Limits.NONE);
    }
}
