package tenure.command;

import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tenure.command.catalogue.CommandCatalogue;

/** Wires the way of a command; the bus, the ledger and the known customers come from the application. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    @Bean
    CommandCatalogue commandCatalogue() {
        return CommandCatalogue.ofTheDomain();
    }

    @Bean
    CommandIntake commandIntake(
            CommandCatalogue catalogue,
            CommandBus bus,
            CommandLedger ledger,
            KnownParties parties,
            ObjectProvider<Clock> clock) {
        return new CommandIntake(catalogue, bus, ledger, parties, clock.getIfUnique(Clock::systemUTC));
    }
}
