package tenure.domain.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tenure.domain.correction.CorrectionCommand.RetractFact;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.shared.EventId;
import tenure.domain.shared.Note;

class RetractFactTest {

    private static final Instant THEN = Instant.parse("2026-03-01T08:00:00Z");
    private static final String WRONG = "01980c2e-6f1a-7c3b-9d4e-2a5b6c7d8e9f";

    @Test
    void isAFactAboutTheEventItNames() {
        var retraction = new RetractFact(new EventId(WRONG), null, new Note("a test"), THEN);

        assertThat(retraction.stream()).isEqualTo("retraction/" + WRONG);
        assertThat(retraction.event()).isEqualTo(new FactRetracted(WRONG, null, "a test", THEN));
    }
}
