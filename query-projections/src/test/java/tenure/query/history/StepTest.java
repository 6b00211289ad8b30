package tenure.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenure.domain.EventCatalogue;

class StepTest {

    /** They are not of one customer's life, or only take something back. */
    private static final Set<String> IN_NO_LANE = Set.of(
            "course.published",
            "course.retired",
            "fact.retracted",
            "feature.cataloged",
            "funnel.defined",
            "onboarding-template.defined",
            "risk-model.published",
            "segment.defined");

    @Test
    void knowsEveryEventOfACustomer() {
        var known = new HashSet<>(IN_NO_LANE);
        EventCatalogue.names().stream()
                .filter(name -> Step.laneOf(name) != null)
                .forEach(known::add);

        assertThat(known).containsExactlyInAnyOrderElementsOf(EventCatalogue.names());
        assertThat(EventCatalogue.names()).containsAll(Step.types()).contains(Step.RETRACTION);
    }
}
