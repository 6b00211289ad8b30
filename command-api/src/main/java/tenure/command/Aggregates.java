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
import tenure.domain.onboarding.Onboarding;
import tenure.domain.onboarding.OnboardingTemplate;
import tenure.domain.onboarding.OnboardingTemplates;
import tenure.domain.risk.RiskModel;
import tenure.domain.risk.RiskModels;
import tenure.domain.risk.RiskWatch;
import tenure.domain.risk.RiskWatches;
import tenure.domain.segment.Segment;
import tenure.domain.segment.SegmentDefinitions;
import tenure.domain.training.Course;
import tenure.domain.training.Courses;
import tenure.domain.training.Training;
import tenure.domain.training.Trainings;
import tenure.domain.usage.Feature;
import tenure.domain.usage.FeatureCatalog;
import tenure.domain.user.User;

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
                .configureAggregate(aggregate(User.class, cache))
                .configureAggregate(aggregate(Course.class, cache))
                .configureAggregate(aggregate(Training.class, cache))
                .configureAggregate(aggregate(OnboardingTemplate.class, cache))
                .configureAggregate(aggregate(Onboarding.class, cache))
                .configureAggregate(aggregate(Funnel.class, cache))
                .configureAggregate(aggregate(Feature.class, cache))
                .configureAggregate(aggregate(Segment.class, cache))
                .configureAggregate(aggregate(RiskModel.class, cache))
                .configureAggregate(aggregate(RiskWatch.class, cache));
        return configurer
                .registerCommandHandler(axon -> new Courses(axon.repository(Course.class)))
                .registerCommandHandler(axon -> new Trainings(axon.repository(Training.class)))
                .registerCommandHandler(axon -> new OnboardingTemplates(axon.repository(OnboardingTemplate.class)))
                .registerCommandHandler(axon -> new FunnelDefinitions(axon.repository(Funnel.class)))
                .registerCommandHandler(axon -> new FeatureCatalog(axon.repository(Feature.class)))
                .registerCommandHandler(axon -> new SegmentDefinitions(axon.repository(Segment.class)))
                .registerCommandHandler(axon -> new RiskModels(axon.repository(RiskModel.class)))
                .registerCommandHandler(axon -> new RiskWatches(axon.repository(RiskWatch.class)));
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
            builder.cache(new FreshWhenAsked(cache));
        }
        return new ExpectedVersion<>(builder.build());
    }
}
