package tenure.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tenure.domain.risk.RiskWatchRefusal.CASE_CLOSED;
import static tenure.domain.risk.RiskWatchRefusal.CASE_ID_TAKEN;
import static tenure.domain.risk.RiskWatchRefusal.CASE_OPEN_FOR_REASON;
import static tenure.domain.risk.RiskWatchRefusal.UNKNOWN_CASE;

import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.domain.customer.CustomerId;
import tenure.domain.risk.RiskWatchCommand.ChangeCaseStage;
import tenure.domain.risk.RiskWatchCommand.ClearRiskFlag;
import tenure.domain.risk.RiskWatchCommand.CloseCase;
import tenure.domain.risk.RiskWatchCommand.LogIntervention;
import tenure.domain.risk.RiskWatchCommand.OpenCase;
import tenure.domain.risk.RiskWatchCommand.RaiseRiskFlag;
import tenure.domain.risk.event.CaseClosed;
import tenure.domain.risk.event.CaseOpened;
import tenure.domain.risk.event.CaseStageChanged;
import tenure.domain.risk.event.InterventionLogged;
import tenure.domain.risk.event.RiskFlagCleared;
import tenure.domain.risk.event.RiskFlagRaised;
import tenure.domain.shared.Code;
import tenure.domain.shared.CommandRefused;
import tenure.domain.shared.Label;
import tenure.domain.shared.Note;

class RiskWatchTest {

    private static final CustomerId ACME = new CustomerId("acme");
    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

    private final AggregateTestFixture<RiskWatch> risk = new AggregateTestFixture<>(RiskWatch.class);

    @BeforeEach
    void registerTheHandler() {
        risk.registerAnnotatedCommandHandler(new RiskWatches(risk.getRepository()));
    }

    @Nested
    class RaisingAFlag {
        @Test
        void isRecordedForACustomerThatWasNeverWatched() {
            risk.givenNoPriorActivity().when(raise("low-health")).expectEvents(raised("low-health"));
        }

        @Test
        void isRecordedForAnotherReason() {
            risk.given(raised("low-health")).when(raise("silence")).expectEvents(raised("silence"));
        }

        @Test
        void isRecordedForACustomerWithACase() {
            risk.given(opened("C-1", "low-health")).when(raise("low-health")).expectEvents(raised("low-health"));
        }

        @Test
        void changesNothingWhileTheFlagStands() {
            risk.given(raised("low-health"))
                    .when(raise("low-health"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRecordedAgainOnceTheFlagWasCleared() {
            risk.given(raised("low-health"), cleared("low-health"))
                    .when(raise("low-health"))
                    .expectEvents(raised("low-health"));
        }
    }

    @Nested
    class ClearingAFlag {
        @Test
        void isRecordedWhenItStands() {
            risk.given(raised("low-health")).when(clear("low-health")).expectEvents(cleared("low-health"));
        }

        @Test
        void changesNothingWhenNoneStandsForThatReason() {
            risk.given(raised("low-health"))
                    .when(clear("silence"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void changesNothingForACustomerThatWasNeverWatched() {
            risk.givenNoPriorActivity()
                    .when(clear("low-health"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    class OpeningACase {
        @Test
        void isRecordedForACustomerThatWasNeverWatched() {
            risk.givenNoPriorActivity().when(open("C-1", "low-health")).expectEvents(opened("C-1", "low-health"));
        }

        @Test
        void isRecordedWithoutAnOwner() {
            risk.given(raised("low-health"))
                    .when(open("C-1", "low-health", null))
                    .expectEvents(new CaseOpened("acme", "C-1", "low-health", "Few seats used", null, THEN));
        }

        @Test
        void isRecordedForAnotherReason() {
            risk.given(opened("C-1", "low-health")).when(open("C-2", "silence")).expectEvents(opened("C-2", "silence"));
        }

        @Test
        void changesNothingWhileThatCaseIsOpen() {
            risk.given(opened("C-1", "low-health"), staged("C-1", "contacted"))
                    .when(open("C-1", "low-health"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedWhileAnotherIsOpenForTheReason() {
            risk.given(opened("C-1", "low-health"))
                    .when(open("C-2", "low-health"))
                    .expectNoEvents()
                    .expectException(CommandRefused.class)
                    .expectExceptionMessage(CASE_OPEN_FOR_REASON.name());
        }

        @Test
        void namesTheCaseThatIsOpen() {
            var watch = new RiskWatch();
            watch.evolve(opened("C-1", "low-health"));

            var refused = catchThrowableOfType(CommandRefused.class, () -> watch.decide(open("C-2", "low-health")));

            assertThat(refused.candidates()).containsExactly("C-1");
        }

        @Test
        void isRecordedOnceTheOtherWasClosed() {
            risk.given(opened("C-1", "low-health"), closed("C-1", "saved"))
                    .when(open("C-2", "low-health"))
                    .expectEvents(opened("C-2", "low-health"));
        }

        @Test
        void isRefusedUnderAnIdThatStandsForAnotherReason() {
            risk.given(opened("C-1", "low-health"))
                    .when(open("C-1", "silence"))
                    .expectNoEvents()
                    .expectExceptionMessage(CASE_ID_TAKEN.name());
        }

        @Test
        void isRefusedUnderTheIdOfAClosedCase() {
            risk.given(opened("C-1", "low-health"), closed("C-1", "saved"))
                    .when(open("C-1", "low-health"))
                    .expectNoEvents()
                    .expectExceptionMessage(CASE_ID_TAKEN.name());
        }
    }

    @Nested
    class ChangingTheStage {
        @Test
        void isRecorded() {
            risk.given(opened("C-1", "low-health"))
                    .when(stage("C-1", CaseStage.PLAN_AGREED))
                    .expectEvents(staged("C-1", "plan-agreed"));
        }

        @Test
        void changesNothingWhenItIsAtThatStage() {
            risk.given(opened("C-1", "low-health"))
                    .when(stage("C-1", CaseStage.NEW))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            risk.given(opened("C-1", "low-health"), staged("C-1", "recovering"))
                    .when(stage("C-1", CaseStage.RECOVERING))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedWithoutSuchACase() {
            risk.given(opened("C-1", "low-health"))
                    .when(stage("C-2", CaseStage.CONTACTED))
                    .expectNoEvents()
                    .expectExceptionMessage(UNKNOWN_CASE.name());
        }

        @Test
        void isRefusedForACustomerThatWasNeverWatched() {
            risk.givenNoPriorActivity()
                    .when(stage("C-1", CaseStage.CONTACTED))
                    .expectNoEvents()
                    .expectException(CommandRefused.class)
                    .expectExceptionMessage(UNKNOWN_CASE.name());
        }

        @Test
        void isRefusedOnceItIsClosed() {
            risk.given(opened("C-1", "low-health"), closed("C-1", "saved"))
                    .when(stage("C-1", CaseStage.CONTACTED))
                    .expectNoEvents()
                    .expectExceptionMessage(CASE_CLOSED.name());
        }
    }

    @Nested
    class LoggingAnIntervention {
        @Test
        void isRecordedEachTime() {
            risk.given(opened("C-1", "low-health"), logged("C-1"))
                    .when(log("C-1"))
                    .expectEvents(logged("C-1"));
        }

        @Test
        void isRefusedWithoutSuchACase() {
            risk.given(opened("C-1", "low-health"))
                    .when(log("C-2"))
                    .expectNoEvents()
                    .expectExceptionMessage(UNKNOWN_CASE.name());
        }

        @Test
        void isRefusedForACustomerThatWasNeverWatched() {
            risk.givenNoPriorActivity().when(log("C-1")).expectNoEvents().expectExceptionMessage(UNKNOWN_CASE.name());
        }

        @Test
        void isRefusedOnceItIsClosed() {
            risk.given(opened("C-1", "low-health"), closed("C-1", "lost"))
                    .when(log("C-1"))
                    .expectNoEvents()
                    .expectExceptionMessage(CASE_CLOSED.name());
        }
    }

    @Nested
    class ClosingACase {
        @Test
        void isRecordedWithItsOutcome() {
            risk.given(opened("C-1", "low-health"), staged("C-1", "contacted"))
                    .when(close("C-1", CaseOutcome.NO_RISK))
                    .expectEvents(closed("C-1", "no-risk"));
        }

        @Test
        void changesNothingWhenItWasClosedWithThatOutcome() {
            risk.given(opened("C-1", "low-health"), closed("C-1", "saved"))
                    .when(close("C-1", CaseOutcome.SAVED))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedWhenItWasClosedWithAnother() {
            risk.given(opened("C-1", "low-health"), closed("C-1", "saved"))
                    .when(close("C-1", CaseOutcome.LOST))
                    .expectNoEvents()
                    .expectExceptionMessage(CASE_CLOSED.name());
        }

        @Test
        void isRefusedWithoutSuchACase() {
            risk.given(opened("C-1", "low-health"))
                    .when(close("C-2", CaseOutcome.LOST))
                    .expectNoEvents()
                    .expectExceptionMessage(UNKNOWN_CASE.name());
        }

        @Test
        void isRefusedForACustomerThatWasNeverWatched() {
            risk.givenNoPriorActivity()
                    .when(close("C-1", CaseOutcome.LOST))
                    .expectNoEvents()
                    .expectExceptionMessage(UNKNOWN_CASE.name());
        }
    }

    private static RaiseRiskFlag raise(String reason) {
        return new RaiseRiskFlag(ACME, new Code(reason), new Code("first-90-days"), new Health(38), THEN);
    }

    private static RiskFlagRaised raised(String reason) {
        return new RiskFlagRaised("acme", reason, "first-90-days", 38, THEN);
    }

    private static ClearRiskFlag clear(String reason) {
        return new ClearRiskFlag(ACME, new Code(reason), THEN);
    }

    private static RiskFlagCleared cleared(String reason) {
        return new RiskFlagCleared("acme", reason, THEN);
    }

    private static OpenCase open(String caseId, String reason) {
        return open(caseId, reason, new Code("kim"));
    }

    private static OpenCase open(String caseId, String reason, @Nullable Code owner) {
        return new OpenCase(ACME, new Code(caseId), new Code(reason), new Label("Few seats used"), owner, THEN);
    }

    private static CaseOpened opened(String caseId, String reason) {
        return new CaseOpened("acme", caseId, reason, "Few seats used", "kim", THEN);
    }

    private static ChangeCaseStage stage(String caseId, CaseStage stage) {
        return new ChangeCaseStage(ACME, new Code(caseId), stage, THEN);
    }

    private static CaseStageChanged staged(String caseId, String stage) {
        return new CaseStageChanged("acme", caseId, stage, THEN);
    }

    private static LogIntervention log(String caseId) {
        return new LogIntervention(ACME, new Code(caseId), InterventionKind.CALL, new Note("Asked why"), THEN);
    }

    private static InterventionLogged logged(String caseId) {
        return new InterventionLogged("acme", caseId, "call", "Asked why", THEN);
    }

    private static CloseCase close(String caseId, CaseOutcome outcome) {
        return new CloseCase(ACME, new Code(caseId), outcome, new Note("Done"), THEN);
    }

    private static CaseClosed closed(String caseId, String outcome) {
        return new CaseClosed("acme", caseId, outcome, "Done", THEN);
    }
}
