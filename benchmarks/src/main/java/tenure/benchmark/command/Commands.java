package tenure.benchmark.command;

import static tenure.benchmark.measure.Table.Column.AXON_JDBC;
import static tenure.benchmark.measure.Table.Column.TENURE;

import java.util.LinkedHashMap;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import tenure.benchmark.axon.AxonEngine;
import tenure.benchmark.axon.AxonJdbc;
import tenure.benchmark.event.Samples;
import tenure.benchmark.measure.BenchmarkServer;
import tenure.benchmark.measure.Callers;
import tenure.benchmark.measure.Callers.Worker;
import tenure.benchmark.measure.Rounds;
import tenure.benchmark.measure.Rounds.Contestant;
import tenure.benchmark.measure.Settings;
import tenure.benchmark.measure.Table;
import tenure.eventstore.Appender;
import tenure.eventstore.EventMetadata;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.PostgresEventStore;
import tenure.eventstore.read.LogSignal;

/** Commands to aggregates that are in the cache, each with a key, one event each. */
public final class Commands {

    private static final int IN_FLIGHT = 32;
    private static final int AGGREGATES_PER_CALLER = 16;

    private Commands() {}

    /** Measures and prints the row. */
    public static void measure(BenchmarkServer server, Settings settings, Table table) throws Exception {
        var signal = new LogSignal();
        try (var database = server.database("commands");
                var appender = new Appender(database.tenure(), signal)) {
            var engine = new PostgresEventStorageEngine(
                    appender, database.jdbc(), Samples.names(), Samples.json(), IllegalStateException::new);
            // As Tenure has it: an append commits by itself, so a command needs no transaction around it.
            var ours = configured(
                    PostgresEventStore.over(engine, signal),
                    SimpleCommandBus.builder().build());
            var jdbc = AxonJdbc.create(database, IN_FLIGHT);
            var axons = configured(
                    EmbeddedEventStore.builder().storageEngine(jdbc.engine()).build(),
                    SimpleCommandBus.builder()
                            .transactionManager(jdbc.transactions())
                            .build());
            table.section("commands a second through Axon");
            var contest = new LinkedHashMap<String, Contestant>();
            contest.put("ours", commands(ours.commandGateway(), settings));
            contest.put("jdbc", commands(axons.commandGateway(), settings));
            var rates = Rounds.medians(settings.rounds(), contest);
            table.row("command to a cached aggregate", IN_FLIGHT)
                    .rate(TENURE, rates.get("ours"))
                    .rate(AXON_JDBC, rates.get("jdbc"))
                    .aim(AXON_JDBC, 2.0)
                    .print();
            ours.shutdown();
            axons.shutdown();
        }
    }

    private static Contestant commands(CommandGateway gateway, Settings settings) {
        return new Callers(IN_FLIGHT, settings.length(), () -> new Caller(gateway));
    }

    private static Configuration configured(EventStore store, CommandBus bus) {
        var serializer = AxonEngine.serializer();
        var copied = new SimpleCorrelationDataProvider(
                EventMetadata.ACTOR,
                EventMetadata.CALLER,
                EventMetadata.COMMAND_KEY,
                EventMetadata.REQUEST_HASH,
                EventMetadata.CORRELATION_ID,
                EventMetadata.CAUSATION_ID);
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(List.of(copied)));
        return DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> serializer)
                .configureEventSerializer(configuration -> serializer)
                .configureMessageSerializer(configuration -> serializer)
                .configureEventStore(configuration -> store)
                .configureCommandBus(configuration -> bus)
                .configureAggregate(
                        AggregateConfigurer.defaultConfiguration(License.class).configureWeakReferenceCache())
                .start();
    }

    /** Opens licenses of its own, then changes their seats, one after another. */
    private static final class Caller implements Worker {
        private final CommandGateway gateway;
        private final Samples samples = new Samples();
        private int n;

        Caller(CommandGateway gateway) {
            this.gateway = gateway;
        }

        @Override
        public int work() {
            var license = samples.writer() + "-" + n % AGGREGATES_PER_CALLER;
            var command = n < AGGREGATES_PER_CALLER ? new OpenLicense(license, n) : new ChangeSeats(license, n);
            gateway.sendAndWait(new GenericCommandMessage<Object>(
                    command,
                    MetaData.with(EventMetadata.ACTOR, Samples.ACTOR)
                            .and(EventMetadata.CALLER, "commands")
                            .and(EventMetadata.COMMAND_KEY, samples.writer() + "-" + n)
                            .and(EventMetadata.REQUEST_HASH, Samples.HASH)
                            .and(EventMetadata.CORRELATION_ID, Samples.CORRELATION_ID)
                            .and(EventMetadata.CAUSATION_ID, Samples.CAUSATION_ID)));
            n++;
            return 1;
        }
    }
}
