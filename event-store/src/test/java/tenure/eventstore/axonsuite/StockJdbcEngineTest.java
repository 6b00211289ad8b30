package tenure.eventstore.axonsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.eventstore.SharedLog;
import tenure.eventstore.TestDatabase;

/** The control beside our engine: Axon's own JDBC engine under the same suite, and where it loses an event. */
class StockJdbcEngineTest {

    private static final TestDatabase DATABASE = SharedLog.emptied();

    @Test
    void failsTheSuiteOnPostgresWhereItMustTellADuplicateFromAnOutage() {
        var result = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Suite.class))
                                .build(),
                        (TestExecutionListener) result);

        assertThat(result.getSummary().getTestsFoundCount()).isEqualTo(28);
        assertThat(result.getSummary().getFailures())
                .extracting(failure -> failure.getTestIdentifier().getDisplayName())
                .containsExactlyInAnyOrder(
                        "uniqueKeyConstraintOnEventIdentifier()",
                        "uniqueKeyConstraintOnFirstEventIdentifierThrowsAggregateIdentifierAlreadyExistsException()",
                        "storeDuplicateEventWithExceptionTranslator()",
                        "storeDuplicateFirstEventWithExceptionTranslatorThrowsAggregateIdentifierAlreadyExistsException()");
    }

    static class Suite extends BatchingEventStorageEngineTest<JdbcEventStorageEngine, JdbcEventStorageEngine.Builder> {

        @BeforeEach
        void start() {
            setTestSubject(createEngine());
            emptyStock();
        }

        @Override
        protected JdbcEventStorageEngine createEngine(UnaryOperator<JdbcEventStorageEngine.Builder> customization) {
            return stock(customization);
        }
    }

    @Test
    void deliversAnEventThatCommitsLateWhenItsNeighbourIsOfToday() {
        assertThat(readAroundASlowTransaction(Instant.now())).containsExactly("fast", "slow");
    }

    @Test
    void neverDeliversAnEventThatCommitsLateWhenItsNeighbourIsBackDated() {
        assertThat(readAroundASlowTransaction(Instant.now().minus(Duration.ofHours(2))))
                .containsExactly("fast");
    }

    /** One transaction takes its number, another takes the next and commits, a reader passes, the first commits. */
    private static List<Object> readAroundASlowTransaction(Instant timeOfTheFastOne) {
        var engine = stock(builder -> builder);
        emptyStock();
        var slow = new TransactionTemplate(new DataSourceTransactionManager(DATABASE.dataSource()));
        var seen = slow.execute(status -> {
            engine.appendEvents(event("slow", Instant.now()));
            return CompletableFuture.supplyAsync(() -> {
                        engine.appendEvents(event("fast", timeOfTheFastOne));
                        return read(engine, null);
                    })
                    .join();
        });
        var late = read(engine, seen.getLast().trackingToken());
        return Stream.of(seen, late)
                .flatMap(List::stream)
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    private static void emptyStock() {
        DATABASE.jdbc()
                .sql("truncate DomainEventEntry, SnapshotEventEntry restart identity")
                .update();
    }

    private static List<? extends TrackedEventMessage<?>> read(JdbcEventStorageEngine engine, TrackingToken token) {
        return engine.readEvents(token, false).toList();
    }

    private static EventMessage<?> event(String stream, Instant time) {
        return new GenericDomainEventMessage<>(
                "thing",
                stream,
                0,
                stream,
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                time);
    }

    private static JdbcEventStorageEngine stock(UnaryOperator<JdbcEventStorageEngine.Builder> customization) {
        var engine = customization
                .apply(JdbcEventStorageEngine.builder()
                        .connectionProvider(new TransactionAwareDataSourceProxy(DATABASE.dataSource())::getConnection)
                        .transactionManager(NoTransactionManager.INSTANCE)
                        .eventSerializer(Jackson3Serializer.builder().build())
                        .snapshotSerializer(Jackson3Serializer.builder().build()))
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return engine;
    }
}
