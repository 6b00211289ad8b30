package tenure.domain.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.EventId;
import tenure.domain.shared.WholeNumber;
import tenure.domain.training.TrainingCommand.AssignTraining;
import tenure.domain.training.TrainingCommand.CompleteTraining;
import tenure.domain.training.TrainingCommand.StartTraining;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.training.event.TrainingStarted;
import tenure.domain.user.UserId;

class TrainingTest {

    private static final UserId ANNA = new UserId("anna");
    private static final CourseId BASICS = new CourseId("basics");
    private static final CustomerId ACME = new CustomerId("acme");
    private static final LocalDate DUE = LocalDate.of(2026, 2, 1);
    private static final Instant THEN = Instant.parse("2026-01-10T08:00:00Z");
    private static final String BEFORE = "01926f2c-7d1e-7000-8000-00000000abcd";

    private final AggregateTestFixture<Training> training = new AggregateTestFixture<>(Training.class);

    @BeforeEach
    void registerTheHandler() {
        training.registerAnnotatedCommandHandler(new Trainings(training.getRepository()));
    }

    @Nested
    class Assigning {
        static Stream<TrainingEvent> everyBeginning() {
            return Stream.of(
                    new TrainingAssigned("anna", "acme", "basics", null, THEN),
                    new TrainingStarted("anna", null, "basics", null, THEN),
                    new TrainingCompleted("anna", null, "basics", null, null, THEN));
        }

        @Test
        void isRecordedWithTheDayItIsDue() {
            training.givenNoPriorActivity()
                    .when(assign(ACME))
                    .expectEvents(new TrainingAssigned("anna", "acme", "basics", DUE, THEN));
        }

        @Test
        void isRecordedAlsoWhenNobodyKnowsTheCustomer() {
            training.givenNoPriorActivity()
                    .when(assign(null))
                    .expectEvents(new TrainingAssigned("anna", null, "basics", DUE, THEN));
        }

        @ParameterizedTest
        @MethodSource("everyBeginning")
        void changesNothingWhenThereIsAnythingAlready(TrainingEvent before) {
            training.given(before)
                    .when(assign(ACME))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void goesToTheStreamOfTheUserAndTheCourse() {
            assertThat(assign(null).stream()).isEqualTo("training/anna/basics");
        }

        @Test
        void takesTheCustomerFromTheUser() {
            assertThat(assign(null).namedBy()).isEqualTo("user/anna");
            assertThat(assign(null).of(ACME)).isEqualTo(assign(ACME));
        }
    }

    @Nested
    class Starting {
        @Test
        void isAFactOfTheUserAndTheCourse() {
            var start = new StartTraining(ANNA, BASICS, null, null, THEN);

            assertThat(start.stream()).isEqualTo("training/anna/basics");
            assertThat(start.namedBy()).isEqualTo("user/anna");
            assertThat(start.event()).isEqualTo(new TrainingStarted("anna", null, "basics", null, THEN));
            assertThat(start.of(ACME).event()).isEqualTo(new TrainingStarted("anna", "acme", "basics", null, THEN));
        }

        @Test
        void tellsWhatItCorrects() {
            assertThat(new StartTraining(ANNA, BASICS, ACME, new EventId(BEFORE), THEN).event())
                    .isEqualTo(new TrainingStarted("anna", "acme", "basics", BEFORE, THEN));
        }
    }

    @Nested
    class Completing {
        @Test
        void isAFactOfTheUserAndTheCourse() {
            var complete = new CompleteTraining(ANNA, BASICS, null, null, null, THEN);

            assertThat(complete.stream()).isEqualTo("training/anna/basics");
            assertThat(complete.namedBy()).isEqualTo("user/anna");
            assertThat(complete.event()).isEqualTo(new TrainingCompleted("anna", null, "basics", null, null, THEN));
        }

        @Test
        void tellsTheScoreAndWhatItCorrects() {
            var complete =
                    new CompleteTraining(ANNA, BASICS, null, new WholeNumber(87), new EventId(BEFORE), THEN).of(ACME);

            assertThat(complete.event()).isEqualTo(new TrainingCompleted("anna", "acme", "basics", 87, BEFORE, THEN));
        }
    }

    private static AssignTraining assign(@Nullable CustomerId customer) {
        return new AssignTraining(ANNA, BASICS, customer, DUE, THEN);
    }
}
