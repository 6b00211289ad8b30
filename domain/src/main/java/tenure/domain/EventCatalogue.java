package tenure.domain;

import static java.util.stream.Collectors.toCollection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.stream.Stream;
import tenure.domain.correction.event.CorrectionEvent;
import tenure.domain.customer.event.CustomerEvent;
import tenure.domain.funnel.event.FunnelEvent;
import tenure.domain.license.event.LicenseEvent;
import tenure.domain.onboarding.event.OnboardingEvent;
import tenure.domain.onboarding.event.OnboardingTemplateEvent;
import tenure.domain.risk.event.RiskModelEvent;
import tenure.domain.risk.event.RiskWatchEvent;
import tenure.domain.segment.event.SegmentEvent;
import tenure.domain.shared.EventName;
import tenure.domain.support.event.TicketEvent;
import tenure.domain.training.event.CourseEvent;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.usage.event.UsageEvent;
import tenure.domain.user.event.UserEvent;

/** Every stored event by name: the table of contents of the history. */
public final class EventCatalogue {

    private static final List<Class<?>> EVENTS = Stream.of(
                    CustomerEvent.class,
                    LicenseEvent.class,
                    UserEvent.class,
                    CourseEvent.class,
                    TrainingEvent.class,
                    OnboardingTemplateEvent.class,
                    OnboardingEvent.class,
                    UsageEvent.class,
                    FunnelEvent.class,
                    CorrectionEvent.class,
                    TicketEvent.class,
                    SegmentEvent.class,
                    RiskModelEvent.class,
                    RiskWatchEvent.class)
            .<Class<?>>flatMap(subject -> Stream.of(subject.getPermittedSubclasses()))
            .toList();

    private static final SequencedSet<String> NAMES =
            EVENTS.stream().map(EventCatalogue::nameOf).collect(toCollection(LinkedHashSet::new));

    private EventCatalogue() {}

    /** The records, subject by subject. */
    public static List<Class<?>> events() {
        return EVENTS;
    }

    /** Their stored names, in the same order. */
    public static SequencedSet<String> names() {
        return NAMES;
    }

    /** The name under which an event is stored. */
    public static String nameOf(Class<?> event) {
        return Objects.requireNonNull(event.getAnnotation(EventName.class), "Every event has a name.")
                .value();
    }
}
