package tenure.query.funnel;

import java.util.stream.IntStream;
import tenure.domain.customer.event.CustomerEvent;
import tenure.domain.license.event.LicenseEvent;
import tenure.domain.onboarding.event.OnboardingEvent;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.usage.event.UsageEvent;
import tenure.domain.user.event.UserEvent;
import tenure.query.life.Life;

/** What funnels know of one customer on any day: a fold of its life, never changed once it is made. */
record Account(
        String customerId,
        Contracts contracts,
        Tasks tasks,
        People people,
        Departures departures,
        Properties properties) {

    static Account of(Life life, Catalogue catalogue) {
        var contracts = new Contracts();
        var tasks = new Tasks();
        var properties = new Properties();
        var people = new People.Gathering(catalogue);
        var departures = new Departures.Gathering();
        for (var event : life.events()) {
            switch (event.event()) {
                case UsageEvent usage -> people.add(event);
                case TrainingEvent training -> people.add(event);
                case UserEvent user -> {
                    people.add(event);
                    departures.add(event, people);
                }
                case CustomerEvent customer -> {
                    properties.add(event);
                    departures.add(event, people);
                }
                case LicenseEvent license -> contracts.add(event);
                case OnboardingEvent onboarding -> tasks.add(event);
                default -> {
                    // Of no matter for the onboarding.
                }
            }
        }
        tasks.sort();
        properties.sort();
        var known = people.people();
        return new Account(life.customerId(), contracts, tasks, known, departures.departures(known), properties);
    }

    /** Whether anything is known of a customer by a moment that the onboarding is about. */
    boolean isKnown(long end) {
        return properties.before(Properties.NAME, end) != null
                || contracts.startsOn(end) != Contracts.NONE
                || tasks.isPlanned(end)
                || IntStream.range(0, people.size()).anyMatch(person -> people.at(People.INVITED, person) < end);
    }

    /** The name of a customer; its id when it has none. */
    String name(long end) {
        var name = properties.before(Properties.NAME, end);
        return name == null ? customerId : name;
    }
}
