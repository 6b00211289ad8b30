package tenure.command;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.Repository;
import tenure.domain.customer.Customer;
import tenure.domain.funnel.Funnel;
import tenure.domain.funnel.FunnelDefinitions;
import tenure.domain.license.License;

/** Registers the aggregates, so that the domain needs no Spring. */
public final class Aggregates {

    private Aggregates() {}

    /** Registers all of them, without a cache. */
    public static Configurer register(Configurer configurer) {
        return register(configurer, NoCache.INSTANCE);
    }

    /** Registers all of them; what was loaded or made stays in the cache until an append fails. */
    public static Configurer register(Configurer configurer, Cache cache) {
        configurer
                .configureAggregate(aggregate(Customer.class, cache))
                .configureAggregate(aggregate(License.class, cache))
                .configureAggregate(aggregate(Funnel.class, cache));
        return configurer.registerCommandHandler(
                configuration -> new FunnelDefinitions(configuration.repository(Funnel.class)));
    }

    private static <T> AggregateConfigurer<T> aggregate(Class<T> type, Cache cache) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureRepository(configuration -> repository(type, configuration, cache));
    }

    private static <T> Repository<T> repository(Class<T> type, Configuration configuration, Cache cache) {
        var builder = EventSourcingRepository.builder(type)
                .eventStore(configuration.eventStore())
                .parameterResolverFactory(configuration.parameterResolverFactory())
                .handlerDefinition(configuration.handlerDefinition(type))
                .repositoryProvider(configuration::repository);
        if (cache != NoCache.INSTANCE) {
            builder.cache(cache);
        }
        return new ExpectedVersion<>(builder.build());
    }
}
