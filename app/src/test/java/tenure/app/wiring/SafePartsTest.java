package tenure.app.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.eventstore.EventNames;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.PostgresEventStore;
import tenure.eventstore.PostgresTokenStore;
import tenure.eventstore.read.LogSignal;
import tools.jackson.databind.json.JsonMapper;

class SafePartsTest {

    private static final Serializer JSON = Jackson3Serializer.builder().build();
    private static final DeadLetters DEAD_LETTERS = new DeadLetters(null, null, null, null);

    @Test
    void acceptsTheLogWithItsOwnParts() {
        assertThatCode(() -> SafeParts.require(safe().buildConfiguration())).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsafeParts")
    void refusesToStartWith(String part, UnaryOperator<Configurer> change, String because) {
        var configuration = change.apply(safe()).buildConfiguration();

        assertThatThrownBy(() -> SafeParts.require(configuration))
                .isInstanceOf(SafeParts.UnsafePart.class)
                .hasMessageContaining(because);
    }

    static Stream<Arguments> unsafeParts() {
        return Stream.of(
                unsafe(
                        "no transactions",
                        configurer -> configurer.configureTransactionManager(c -> NoTransactionManager.INSTANCE),
                        "no transaction manager"),
                unsafe(
                        "positions in memory",
                        configurer -> configurer.registerComponent(TokenStore.class, c -> new InMemoryTokenStore()),
                        "in memory"),
                unsafe(
                        "events in memory",
                        configurer -> configurer.configureEmbeddedEventStore(c -> new InMemoryEventStorageEngine()),
                        "not Tenure's log"),
                unsafe(
                        "XStream in general",
                        configurer -> configurer.configureSerializer(c -> new XStreamLike()),
                        "XStream"),
                unsafe(
                        "XStream for events",
                        configurer -> configurer.configureEventSerializer(c -> new XStreamLike()),
                        "XStream"),
                unsafe(
                        "XStream for messages",
                        configurer -> configurer.configureMessageSerializer(c -> new XStreamLike()),
                        "XStream"),
                unsafe("a processor that parks nothing", SafePartsTest::withProcessor, "no dead-letter queue"),
                unsafe(
                        "a processor that goes on after errors",
                        configurer -> {
                            DEAD_LETTERS.register(configurer.eventProcessing());
                            configurer.eventProcessing().registerErrorHandler("counter", c -> context -> {});
                            return withProcessor(configurer);
                        },
                        "goes on after an error"),
                unsafe(
                        "a processor without savepoints",
                        configurer -> {
                            configurer
                                    .eventProcessing()
                                    .registerDeadLetterQueue("counter", c -> DEAD_LETTERS.queue("counter"));
                            return withProcessor(configurer);
                        },
                        "savepoint"));
    }

    @Test
    void acceptsAProcessorThatParks() {
        var configurer = safe();
        DEAD_LETTERS.register(configurer.eventProcessing());

        assertThatCode(() -> SafeParts.require(withProcessor(configurer).buildConfiguration()))
                .doesNotThrowAnyException();
    }

    private static Configurer withProcessor(Configurer configurer) {
        configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors()
                .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerEventHandler(c -> new Counter(new AtomicInteger()));
        return configurer;
    }

    @ProcessingGroup("counter")
    record Counter(AtomicInteger count) {
        @EventHandler
        void on(Object event) {
            count.incrementAndGet();
        }
    }

    private static Arguments unsafe(String part, UnaryOperator<Configurer> change, String because) {
        return Arguments.of(part, change, because);
    }

    /** Nothing here is started, so no part needs its database. */
    private static Configurer safe() {
        var nowhere = JdbcClient.create(new org.springframework.jdbc.datasource.SimpleDriverDataSource());
        var signal = new LogSignal();
        var engine = new PostgresEventStorageEngine(
                null, nowhere, new EventNames(), JsonMapper.builder().build(), IllegalStateException::new);
        return DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> JSON)
                .configureEventSerializer(c -> JSON)
                .configureMessageSerializer(c -> JSON)
                .configureEventStore(c -> PostgresEventStore.over(engine, signal))
                .configureTransactionManager(c -> new RecordingTransactions())
                .registerComponent(
                        TokenStore.class,
                        c -> new PostgresTokenStore(nowhere, JSON, "node", java.time.Duration.ofSeconds(10)));
    }

    private static final class RecordingTransactions implements TransactionManager {
        @Override
        public Transaction startTransaction() {
            throw new UnsupportedOperationException();
        }
    }

    /** XStream is not on the class path, as it must not be; its name is what gives it away. */
    private static final class XStreamLike implements Serializer {
        @Override
        public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
            return false;
        }

        @Override
        public <S, T> T deserialize(SerializedObject<S> serializedObject) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Class<?> classForType(SerializedType type) {
            throw new UnsupportedOperationException();
        }

        @Override
        @SuppressWarnings("rawtypes") // the interface asks for it
        public SerializedType typeForClass(Class type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public org.axonframework.serialization.Converter getConverter() {
            throw new UnsupportedOperationException();
        }
    }
}
