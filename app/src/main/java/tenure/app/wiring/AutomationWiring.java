package tenure.app.wiring;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tenure.command.automation.Automation;
import tenure.eventstore.PostgresEventStore;
import tenure.eventstore.read.EventDecoder;

/**
 * The processor of the automations. One segment, so that an event finds everything done that was recorded before it, also
 * of other customers. It begins with the first event of the log, as a history counts, and is never reset.
 */
@Configuration(proxyBeanMethods = false)
class AutomationWiring {

    /** Stored names of the events that automations react to. */
    record Types(Set<String> names) {}

    @Bean
    Types automationTypes(EventDecoder decoder, List<Automation> automations) {
        Set<Class<?>> handled = automations.stream()
                .map(Object::getClass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(EventHandler.class))
                .map(method -> method.getParameterTypes()[0])
                .collect(Collectors.toSet());
        return new Types(Set.copyOf(decoder.namesOf(handled)));
    }

    @Bean
    ConfigurerModule automationProcessor(PostgresEventStore store, Types types, List<Automation> automations) {
        return configurer -> {
            var processing = configurer.eventProcessing();
            automations.forEach(automation -> processing.registerEventHandler(configuration -> automation));
            processing.registerPooledStreamingEventProcessor(
                    Automation.PROCESSOR,
                    configuration -> store.only(types.names()),
                    (configuration, processor) -> processor
                            .batchSize(AxonWiring.EVENTS_PER_BATCH)
                            .initialSegmentCount(1)
                            .initialToken(source -> new GlobalSequenceTrackingToken(0)));
        };
    }
}
