package tenure.app.wiring;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import tenure.command.automation.RiskStandings;
import tenure.query.churnrisk.series.RiskBook;
import tenure.query.churnrisk.series.RiskFlags;

/** Brings what the answers say of risk to the automations, which do not see them. */
@Configuration(proxyBeanMethods = false)
class RiskWiring {

    @Bean
    RiskStandings riskStandings(RiskFlags flags) {
        return day -> flags.due(day).stream()
                .map(due -> new RiskStandings.Standing(
                        due.customerId(), RiskFlags.REASON, due.modelId(), due.raise(), due.since(), due.health()))
                .toList();
    }

    /** Computes the risk of all customers before the first one asks. */
    @Bean
    WarmRisk warmRisk(RiskBook book) {
        return new WarmRisk(book);
    }

    record WarmRisk(RiskBook book) {
        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            book.catchUpInBackground();
        }
    }
}
