package tenure.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenure.command.Request.Sender;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;
import tenure.domain.customer.CustomerId;
import tools.jackson.databind.node.ObjectNode;

/** What the door does with subjects whose stream begins with whatever is decided or told first. */
class NewStreamsTest {

    private static final CommandCatalogue CATALOGUE = CommandCatalogue.ofTheDomain();

    private final InMemory log = new InMemory();
    private final CommandIntake intake = new CommandIntake(CATALOGUE, log.bus(), log, log, Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(strings = {"define-segment", "publish-risk-model"})
    void aDefinitionIsRecordedOnce(String command) {
        assertThat(send(command, null).events()).hasSize(1);
        assertThat(send(command, null).events()).isEmpty();
    }

    @Test
    void aCaseIsWorkedOnFromItsFirstFlagToItsOutcome() {
        send("register-customer", null);

        assertThat(send("raise-risk-flag", null).version()).isZero();
        send("open-case", null);
        send("change-case-stage", null);
        send("log-intervention", null);
        send("close-case", null);
        Answer last = send("clear-risk-flag", null);

        assertThat(last.stream()).isEqualTo("risk/acme");
        assertThat(last.version()).isEqualTo(5);
    }

    @Test
    void aRiskNeedsACustomerThatIsKnown() {
        assertThat(problemOf("raise-risk-flag", null).code()).isEqualTo("UNKNOWN_CUSTOMER");
    }

    @Test
    void aRefusalNamesTheCaseThatIsOpen() {
        send("register-customer", null);
        send("open-case", null);
        ObjectNode second = example("open-case").put("caseId", "C-4");

        Problem problem = problemOf("open-case", second, null);

        assertThat(problem.code()).isEqualTo("CASE_OPEN_FOR_REASON");
        assertThat(problem.candidates()).containsExactly("C-3");
    }

    @Test
    void aCaseThatNobodyOpenedIsRefusedAndNothingToClearChangesNothing() {
        send("register-customer", null);

        assertThat(problemOf("close-case", null).code()).isEqualTo("UNKNOWN_CASE");
        assertThat(send("clear-risk-flag", null).events()).isEmpty();
        assertThat(send("open-case", null).version()).isZero();
    }

    @Test
    void aDecisionComparesTheVersionOfTheRisk() {
        send("register-customer", null);
        send("raise-risk-flag", null);

        assertThat(problemOf("open-case", 3L).code()).isEqualTo("VERSION_DIFFERS");
        assertThat(send("open-case", 0L).version()).isEqualTo(1);
    }

    @Test
    void aTicketIsOfTheCustomerOfWhoeverAskedAndThenOfTheTicket() {
        log.customers.put("user/anna", new CustomerId("acme"));
        log.customers.put("ticket/T-17", new CustomerId("acme"));
        ObjectNode opening = example("open-ticket");
        opening.remove("customerId");

        send("open-ticket", opening, null);
        Answer closed = send("close-ticket", null);

        assertThat(closed.stream()).isEqualTo("ticket/T-17");
        assertThat(log.calls).containsEntry("customersOf", 2);
    }

    private Answer send(String command, @Nullable Long expectedVersion) {
        return send(command, example(command), expectedVersion);
    }

    private Answer send(String command, ObjectNode body, @Nullable Long expectedVersion) {
        return intake.take(new Request(command, body, null, Sender.tenure("test"), expectedVersion, false));
    }

    private Problem problemOf(String command, @Nullable Long expectedVersion) {
        return problemOf(command, example(command), expectedVersion);
    }

    private Problem problemOf(String command, ObjectNode body, @Nullable Long expectedVersion) {
        return catchThrowableOfType(ProblemException.class, () -> send(command, body, expectedVersion))
                .problem();
    }

    private static ObjectNode example(String command) {
        return (ObjectNode) CATALOGUE.named(command).example().deepCopy();
    }
}
