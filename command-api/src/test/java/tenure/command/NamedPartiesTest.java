package tenure.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.command.Request.Sender;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.problem.ProblemException;
import tenure.domain.customer.CustomerId;
import tenure.domain.training.event.TrainingEvent;
import tools.jackson.databind.json.JsonMapper;

/** Those that a command names must be known, and who is left out is looked up. */
class NamedPartiesTest {

    private final InMemory log = new InMemory();
    private final CommandIntake intake =
            new CommandIntake(CommandCatalogue.ofTheDomain(), log.bus(), log, log, Clock.systemUTC());

    @Nested
    class ADecision {
        @Test
        void isRefusedWhenTheUserIsUnknown() {
            publish();
            assertThat(codeOf(request("assign-training", ""))).isEqualTo("UNKNOWN_USER");
        }

        @Test
        void isRefusedWhenTheCourseIsUnknown() {
            invite();
            assertThat(codeOf(request("assign-training", ""))).isEqualTo("UNKNOWN_COURSE");
        }

        @Test
        void isOfTheCustomerOfTheUserItNames() {
            invite();
            publish();

            var answer = intake.take(request("assign-training", ""));

            assertThat(answer.stream()).isEqualTo("training/anna/basics");
            assertThat(customersOfTrainings()).containsExactly("acme");
        }

        @Test
        void keepsTheCustomerThatWasTold() {
            invite();
            publish();

            intake.take(request("assign-training", ", 'customerId': 'other'"));

            assertThat(customersOfTrainings()).containsExactly("other");
            assertThat(log.calls).doesNotContainKey("customersOf");
        }
    }

    @Nested
    class Facts {
        @Test
        void areOfTheCustomerOfTheUserTheyNameWithOneLookForAll() {
            invite();

            intake.takeAll(List.of(request("start-training", ""), request("complete-training", "")));

            assertThat(customersOfTrainings()).containsExactly("acme", "acme");
            assertThat(log.calls).containsEntry("customersOf", 1);
        }

        @Test
        void areRecordedWithoutACustomerWhenNobodyKnowsTheUser() {
            intake.take(request("complete-training", ""));

            assertThat(customersOfTrainings()).containsExactly((String) null);
        }
    }

    private void invite() {
        intake.take(whole("register-customer", "{'customerId': 'acme', 'name': 'Acme', 'registeredOn': '2026-01-15'}"));
        intake.take(whole("invite-user", "{'userId': 'anna', 'customerId': 'acme'}"));
        log.customers.put("user/anna", new CustomerId("acme"));
    }

    private void publish() {
        intake.take(whole(
                "publish-course",
                "{'courseId': 'basics', 'title': 'Basics', 'level': 'introductory', 'required': true}"));
    }

    private String codeOf(Request request) {
        return catchThrowableOfType(ProblemException.class, () -> intake.take(request))
                .problem()
                .code();
    }

    private Stream<String> customersOfTrainings() {
        return log.events.stream()
                .filter(TrainingEvent.class::isInstance)
                .map(event -> ((TrainingEvent) event).customerId());
    }

    /** A command about anna and the basics, with whatever more. */
    private static Request request(String command, String more) {
        return whole(command, "{'userId': 'anna', 'courseId': 'basics'" + more + "}");
    }

    private static Request whole(String command, String body) {
        var json = JsonMapper.shared().readTree(body.replace('\'', '"'));
        return new Request(command, json, null, Sender.tenure("test"), null, false);
    }
}
