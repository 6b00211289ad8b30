package tenure.domain.onboarding;

import static tenure.domain.onboarding.OnboardingRefusal.NOT_YET_DUE;
import static tenure.domain.onboarding.OnboardingRefusal.TASK_IS_COMPLETED;
import static tenure.domain.onboarding.OnboardingRefusal.TASK_IS_REQUIRED;
import static tenure.domain.onboarding.OnboardingRefusal.UNKNOWN_TASK;
import static tenure.domain.onboarding.Tasks.optional;
import static tenure.domain.onboarding.Tasks.required;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenure.domain.customer.CustomerId;
import tenure.domain.license.LicenseId;
import tenure.domain.onboarding.OnboardingCommand.CompleteTask;
import tenure.domain.onboarding.OnboardingCommand.MarkTaskOverdue;
import tenure.domain.onboarding.OnboardingCommand.ReopenTask;
import tenure.domain.onboarding.OnboardingCommand.SkipTask;
import tenure.domain.onboarding.OnboardingCommand.StartOnboarding;
import tenure.domain.onboarding.event.OnboardingCompleted;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.TaskCompleted;
import tenure.domain.onboarding.event.TaskOverdue;
import tenure.domain.onboarding.event.TaskReopened;
import tenure.domain.onboarding.event.TaskSkipped;
import tenure.domain.shared.Code;
import tenure.domain.shared.CommandRefused;
import tenure.domain.shared.Note;

/** With two required tasks, call and data, due on days 3 and 14, and an optional one, news, due on day 30. */
class OnboardingTest {

    private static final OnboardingId ID = new OnboardingId("acme-crm");
    private static final LocalDate START = LocalDate.of(2026, 1, 15);
    private static final LocalDate CALL_DUE = START.plusDays(3);
    private static final Instant THEN = Instant.parse("2026-01-15T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-17T11:00:00Z");
    private static final Instant CALL_OVERDUE = Instant.parse("2026-01-18T23:59:59Z");
    private static final Instant LATER = Instant.parse("2026-01-20T11:00:00Z");

    private final AggregateTestFixture<Onboarding> onboarding = new AggregateTestFixture<>(Onboarding.class);

    @Nested
    class Starting {
        @Test
        void turnsDueDaysIntoDates() {
            onboarding
                    .givenNoPriorActivity()
                    .when(new StartOnboarding(
                            ID,
                            new CustomerId("acme"),
                            new LicenseId("acme-crm"),
                            new TemplateId("start"),
                            START,
                            List.of(required("call", 3), required("data", 14), optional("news", 30)),
                            THEN))
                    .expectEvents(started());
        }

        @Test
        void needsNeitherLicenseNorTemplate() {
            onboarding
                    .givenNoPriorActivity()
                    .when(new StartOnboarding(
                            ID, new CustomerId("acme"), null, null, START, List.of(required("call", 0)), THEN))
                    .expectEvents(new OnboardingStarted(
                            "acme-crm",
                            "acme",
                            null,
                            null,
                            START,
                            List.of(new OnboardingStarted.Task("call", "Do call", START, true, false)),
                            THEN));
        }
    }

    @Nested
    class CompletingATask {
        @Test
        void isRecorded() {
            given().when(complete("call")).expectEvents(completed("call", NOW));
        }

        @Test
        void changesNothingTheSecondTime() {
            given(completed("call", THEN))
                    .when(complete("call"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isPossibleForOneThatWasSkipped() {
            given(skipped("news", THEN)).when(complete("news")).expectEvents(completed("news", NOW));
        }

        @Test
        void completesTheOnboardingWithTheLastRequiredOne() {
            given(completed("call", THEN)).when(complete("data")).expectEvents(completed("data", NOW), allCompleted());
        }

        @Test
        void completesNothingMoreWithAnOptionalOne() {
            given(completed("call", THEN), completed("data", THEN), allCompleted())
                    .when(complete("news"))
                    .expectEvents(completed("news", NOW));
        }

        @Test
        void completesTheOnboardingAgainAfterAReopenedTask() {
            given(completed("call", THEN), completed("data", THEN), allCompleted(), reopened("call", THEN))
                    .when(complete("call"))
                    .expectEvents(completed("call", NOW), allCompleted());
        }

        @Test
        void completesNothingAgainAfterAReopenedOptionalTask() {
            given(
                            completed("call", THEN),
                            completed("news", THEN),
                            completed("data", THEN),
                            allCompleted(),
                            reopened("news", THEN))
                    .when(complete("news"))
                    .expectEvents(completed("news", NOW));
        }

        @Test
        void isNotPossibleInAnOnboardingNobodyStarted() {
            onboarding.givenNoPriorActivity().when(complete("call")).expectException(AggregateNotFoundException.class);
        }
    }

    @Nested
    class SkippingATask {
        @Test
        void isRecordedWithItsReason() {
            given().when(skip("news")).expectEvents(skipped("news", NOW));
        }

        @Test
        void changesNothingTheSecondTime() {
            given(skipped("news", THEN))
                    .when(skip("news"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedForARequiredOne() {
            given().when(skip("call")).expectNoEvents().expectExceptionMessage(TASK_IS_REQUIRED.name());
        }

        @Test
        void isRefusedForOneThatWasCompleted() {
            given(completed("news", THEN))
                    .when(skip("news"))
                    .expectNoEvents()
                    .expectExceptionMessage(TASK_IS_COMPLETED.name());
        }
    }

    @Nested
    class ReopeningATask {
        @Test
        void isRecordedForACompletedOne() {
            given(completed("call", THEN)).when(reopen("call")).expectEvents(reopened("call", NOW));
        }

        @Test
        void isRecordedForASkippedOne() {
            given(skipped("news", THEN)).when(reopen("news")).expectEvents(reopened("news", NOW));
        }

        @Test
        void changesNothingForAnOpenOne() {
            given().when(reopen("call")).expectSuccessfulHandlerExecution().expectNoEvents();
            given(completed("call", THEN), reopened("call", THEN))
                    .when(reopen("call"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    class MarkingATaskOverdue {
        @Test
        void isRecordedForAnOpenOne() {
            given().when(overdue("call")).expectEvents(wasOverdue());
        }

        @Test
        void isRecordedWhenItWasCompletedOnlyAfterwards() {
            given(completed("call", LATER)).when(overdue("call")).expectEvents(wasOverdue());
        }

        @Test
        void isRecordedWhenItHadBeenReopenedByThen() {
            given(completed("call", THEN), reopened("call", NOW))
                    .when(overdue("call"))
                    .expectEvents(wasOverdue());
        }

        @Test
        void changesNothingWhenItWasCompletedByThenEvenIfReopenedAfterwards() {
            given(completed("call", NOW), reopened("call", LATER))
                    .when(overdue("call"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void changesNothingWhenItWasCompletedAtThatVeryMoment() {
            given(completed("call", CALL_OVERDUE))
                    .when(overdue("call"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void changesNothingWhenItWasSkippedByThen() {
            given(skipped("news", NOW))
                    .when(new MarkTaskOverdue(
                            ID, new Code("news"), START.plusDays(30), Instant.parse("2026-02-14T23:59:59Z")))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void changesNothingTheSecondTimeEvenAfterAReopening() {
            given(wasOverdue(), completed("call", LATER), reopened("call", LATER))
                    .when(overdue("call"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRecordedAfreshForAMomentAfterAReopening() {
            var afresh = new MarkTaskOverdue(ID, new Code("call"), CALL_DUE, LATER);
            var recorded = new TaskOverdue("acme-crm", "acme", "call", CALL_DUE, LATER);

            given(completed("call", NOW), reopened("call", LATER)).when(afresh).expectEvents(recorded);
            given(wasOverdue(), completed("call", LATER.minusSeconds(1)), reopened("call", LATER))
                    .when(afresh)
                    .expectEvents(recorded);
            given(wasOverdue(), completed("call", LATER.minusSeconds(1)), reopened("call", LATER), recorded)
                    .when(afresh)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void changesNothingForAnotherDueDay() {
            given().when(new MarkTaskOverdue(ID, new Code("call"), CALL_DUE.plusDays(1), LATER))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedTheDayBefore() {
            given().when(new MarkTaskOverdue(ID, new Code("call"), CALL_DUE, Instant.parse("2026-01-17T23:59:59Z")))
                    .expectNoEvents()
                    .expectExceptionMessage(NOT_YET_DUE.name());
        }
    }

    @Nested
    class AnUnknownTask {
        static Stream<OnboardingCommand> everyCommandAboutATask() {
            return Stream.of(complete("none"), skip("none"), reopen("none"), overdue("none"));
        }

        @ParameterizedTest
        @MethodSource("everyCommandAboutATask")
        void isRefused(OnboardingCommand command) {
            given().when(command)
                    .expectNoEvents()
                    .expectException(CommandRefused.class)
                    .expectExceptionMessage(UNKNOWN_TASK.name());
        }
    }

    private TestExecutor<Onboarding> given(Object... events) {
        return onboarding.given(
                Stream.concat(Stream.of(started()), Stream.of(events)).toList());
    }

    private static OnboardingStarted started() {
        return new OnboardingStarted(
                "acme-crm",
                "acme",
                "acme-crm",
                "start",
                START,
                List.of(
                        new OnboardingStarted.Task("call", "Do call", CALL_DUE, true, false),
                        new OnboardingStarted.Task("data", "Do data", START.plusDays(14), true, false),
                        new OnboardingStarted.Task("news", "Do news", START.plusDays(30), false, false)),
                THEN);
    }

    private static TaskCompleted completed(String task, Instant occurredAt) {
        return new TaskCompleted("acme-crm", "acme", task, occurredAt);
    }

    private static TaskSkipped skipped(String task, Instant occurredAt) {
        return new TaskSkipped("acme-crm", "acme", task, "no use", occurredAt);
    }

    private static TaskReopened reopened(String task, Instant occurredAt) {
        return new TaskReopened("acme-crm", "acme", task, occurredAt);
    }

    private static TaskOverdue wasOverdue() {
        return new TaskOverdue("acme-crm", "acme", "call", CALL_DUE, CALL_OVERDUE);
    }

    private static OnboardingCompleted allCompleted() {
        return new OnboardingCompleted("acme-crm", "acme", NOW);
    }

    private static CompleteTask complete(String task) {
        return new CompleteTask(ID, new Code(task), NOW);
    }

    private static SkipTask skip(String task) {
        return new SkipTask(ID, new Code(task), new Note("no use"), NOW);
    }

    private static ReopenTask reopen(String task) {
        return new ReopenTask(ID, new Code(task), NOW);
    }

    private static MarkTaskOverdue overdue(String task) {
        return new MarkTaskOverdue(ID, new Code(task), CALL_DUE, CALL_OVERDUE);
    }
}
