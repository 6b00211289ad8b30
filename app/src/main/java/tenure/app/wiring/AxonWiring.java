package tenure.app.wiring;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tenure.command.Aggregates;
import tenure.command.CommandMetadata;
import tenure.command.DryRun;
import tenure.command.RecordedEvents;
import tenure.eventstore.CustomerSequence;
import tenure.eventstore.EventNames;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.PostgresEventStore;
import tenure.eventstore.PostgresTokenStore;
import tenure.eventstore.deadletter.LetterTable;
import tenure.eventstore.deadletter.SequenceClaims;
import tenure.eventstore.read.LogSignal;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Axon, built by hand. Its Spring starter guesses: beside plain JDBC it silently leaves out the engine, the token store
 * and the transaction manager. Here every part is named, and {@link SafeParts} looks at the result before it starts.
 */
@Configuration(proxyBeanMethods = false)
class AxonWiring {

    static final int EVENTS_PER_BATCH = 256;
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    static {
        // An advertisement in the log of every start.
        System.setProperty("disable-axoniq-console-message", "true");
    }

    @Bean
    Serializer axonSerializer() {
        // A new processor begins with a ReplayToken, whose parts name their classes; Jackson reads those of Axon only.
        var axonOnly = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(builder -> builder.polymorphicTypeValidator(axonOnly))
                .build();
    }

    @Bean
    TransactionManager axonTransactions(PlatformTransactionManager transactions) {
        return new SpringTransactions(transactions);
    }

    @Bean
    PostgresTokenStore tokenStore(LogWiring.Schemas schemas, JdbcClient jdbc, Serializer serializer) {
        return new PostgresTokenStore(jdbc, serializer, node(), CLAIM_TIMEOUT);
    }

    /** Process id, host and start: another name after each start, so that an old claim is never taken for one's own. */
    private static String node() {
        var runtime = ManagementFactory.getRuntimeMXBean();
        return runtime.getName() + "/" + runtime.getStartTime();
    }

    @Bean
    DeadLetters deadLetters(
            LogWiring.Schemas schemas,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DataSource dataSource,
            PostgresEventStorageEngine engine,
            Serializer serializer) {
        return new DeadLetters(
                new LetterTable(jdbc, engine::eventsAt, serializer),
                new SequenceClaims(jdbc, transactions, node(), CLAIM_TIMEOUT),
                transactions,
                dataSource);
    }

    @Bean
    PostgresEventStore eventStore(PostgresEventStorageEngine engine, LogSignal signal) {
        var store = PostgresEventStore.over(engine, signal);
        store.registerDispatchInterceptor(new DryRun());
        return store;
    }

    /** Appends commit by themselves, so commands need no transaction, and hold no connection while they wait. */
    @Bean
    SimpleCommandBus commandBus() {
        var bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new RecordedEvents());
        return bus;
    }

    @Bean
    Cache aggregateCache() {
        return new AggregateCache();
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(
            SimpleCommandBus commandBus,
            PostgresEventStore eventStore,
            TokenStore tokenStore,
            TransactionManager transactions,
            Serializer serializer,
            DeadLetters deadLetters,
            EventNames names,
            Cache cache,
            ObjectProvider<ConfigurerModule> modules) {
        // Modules are not looked for: one of those that Axon would find reports to its makers.
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> serializer)
                .configureEventSerializer(configuration -> serializer)
                .configureMessageSerializer(configuration -> serializer)
                .configureEventStore(configuration -> eventStore)
                .configureCommandBus(configuration -> withCorrelation(commandBus, configuration))
                .configureTransactionManager(configuration -> transactions)
                .registerComponent(TokenStore.class, configuration -> tokenStore)
                .configureCorrelationDataProviders(configuration -> List.of(
                        new SimpleCorrelationDataProvider(CommandMetadata.COPIED_TO_EVENTS.toArray(String[]::new))));
        configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors(
                        (configuration, processor) -> processor.batchSize(EVENTS_PER_BATCH))
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerDefaultSequencingPolicy(configuration -> new CustomerSequence(names))
                .registerDefaultTransactionManager(configuration -> transactions)
                .registerTokenStore(configuration -> tokenStore);
        deadLetters.register(configurer.eventProcessing());
        Aggregates.register(configurer, cache);
        modules.orderedStream().forEach(module -> module.configureModule(configurer));
        var built = configurer.buildConfiguration();
        SafeParts.require(built);
        return built;
    }

    private static CommandBus withCorrelation(
            SimpleCommandBus bus, org.axonframework.config.Configuration configuration) {
        bus.registerHandlerInterceptor(new org.axonframework.messaging.interceptors.CorrelationDataInterceptor<>(
                configuration.correlationDataProviders()));
        return bus;
    }
}
