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
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;
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
        void isRefusedWhenTheUserBelongsToAnotherCustomerThanWasTold() {
            invite();
            publish();

            assertThat(codeOf(request("assign-training", ", 'customerId': 'other'")))
                    .isEqualTo("BELONGS_TO_ANOTHER_CUSTOMER");
            intake.take(request("assign-training", ", 'customerId': 'acme'"));

            assertThat(customersOfTrainings()).containsExactly("acme");
        }

        @Test
        void givesSeatsToUsersOfTheSameCustomerOnly() {
            invite();
            register("birch");
            intake.take(whole("invite-user", "{'userId': 'bob', 'customerId': 'birch'}"));
            sell("acme-crm", "acme");

            var problem = problemOf(seat("bob", "2026-02-01"));

            assertThat(problem.code()).isEqualTo("BELONGS_TO_ANOTHER_CUSTOMER");
            assertThat(problem.detail())
                    .isEqualTo("user/bob belongs to birch and not to acme; name only what belongs to one customer.");
            assertThat(intake.take(seat("anna", "2026-02-01")).events()).hasSize(1);
        }

        @Test
        void beginsAnOnboardingForALicenseOfTheSameCustomerOnly() {
            register("acme");
            register("birch");
            sell("birch-crm", "birch");

            assertThat(codeOf(onboarding("acme", "birch-crm"))).isEqualTo("BELONGS_TO_ANOTHER_CUSTOMER");
            assertThat(intake.take(onboarding("birch", "birch-crm")).events()).hasSize(1);
        }

        @Test
        void beginsNoOnboardingForALicenseThatNobodySold() {
            register("acme");

            assertThat(codeOf(onboarding("acme", "acme-crm"))).isEqualTo("UNKNOWN_LICENSE");
        }

        private Request onboarding(String customer, String license) {
            return whole(
                    "start-onboarding",
                    ("{'onboardingId': '%s', 'customerId': '%s', 'licenseId': '%s', 'startsOn': '2026-02-01',"
                                    + " 'tasks': [{'taskId': 'call', 'title': 'Call', 'dueDay': 1}]}")
                            .formatted(license, customer, license));
        }

        @Test
        void givesNothingToAUserWhileItIsDeactivated() {
            invite();
            publish();
            sell("acme-crm", "acme");
            intake.take(whole("deactivate-user", "{'userId': 'anna', 'occurredAt': '2026-03-01T00:00:00Z'}"));

            assertThat(codeOf(seat("anna", "2026-03-01"))).isEqualTo("DEACTIVATED");
            assertThat(codeOf(request("assign-training", ", 'occurredAt': '2026-03-02T00:00:00Z'")))
                    .isEqualTo("DEACTIVATED");

            intake.take(whole("reactivate-user", "{'userId': 'anna', 'occurredAt': '2026-04-01T00:00:00Z'}"));
            assertThat(codeOf(seat("anna", "2026-03-31"))).isEqualTo("DEACTIVATED");
            assertThat(intake.take(seat("anna", "2026-04-01")).events()).hasSize(1);
        }

        @Test
        void givesToAUserWhatItGotBeforeItWasDeactivatedAlsoWhenThatIsToldLater() {
            invite();
            sell("acme-crm", "acme");
            intake.take(whole("deactivate-user", "{'userId': 'anna', 'occurredAt': '2026-03-01T00:00:00Z'}"));

            assertThat(intake.take(seat("anna", "2026-02-28")).events()).hasSize(1);
        }

        @Test
        void givesNothingToAUserThatWasErased() {
            invite();
            publish();
            sell("acme-crm", "acme");
            intake.take(whole("erase-user", "{'userId': 'anna', 'occurredAt': '2026-03-01T00:00:00Z'}"));

            assertThat(codeOf(seat("anna", "2026-02-01"))).isEqualTo("ERASED");
            assertThat(codeOf(request("assign-training", ""))).isEqualTo("ERASED");
        }

        private Request seat(String user, String day) {
            return whole(
                    "assign-seat",
                    "{'licenseId': 'acme-crm', 'userId': '%s', 'occurredAt': '%sT00:00:00Z'}".formatted(user, day));
        }
    }

    @Nested
    class ACustomerThatLeft {
        @Test
        void isRenewedOnlyForTermsFromBeforeOrAfterItWasWonBack() {
            leave();

            var problem = problemOf(renewal("2027-01-15"));
            assertThat(problem.code()).isEqualTo("CUSTOMER_HAS_CHURNED");
            assertThat(problem.detail())
                    .isEqualTo("The customer left on 2027-01-15; win it back first,"
                            + " or renew for a term that starts before.");

            intake.take(whole("win-back-customer", "{'customerId': 'acme', 'wonBackOn': '2027-03-01'}"));
            assertThat(intake.take(renewal("2027-03-01")).events()).hasSize(1);
        }

        @Test
        void isRenewedForATermThatStartsBefore() {
            register("acme");
            sell("acme-crm", "acme");
            intake.take(whole(
                    "churn-customer", "{'customerId': 'acme', 'churnedOn': '2027-01-16', 'reasonCode': 'price'}"));

            assertThat(intake.take(renewal("2027-01-15")).events()).hasSize(1);
        }

        @Test
        void doesNotGoOnByItselfEvenIfItIsBackMeanwhile() {
            leave();
            assertThat(codeOf(goingOn())).isEqualTo("CUSTOMER_HAS_CHURNED");

            intake.take(whole("win-back-customer", "{'customerId': 'acme', 'wonBackOn': '2027-03-01'}"));
            assertThat(codeOf(goingOn())).isEqualTo("CUSTOMER_HAS_CHURNED");
        }

        @Test
        void goesOnByItselfWhenItWasBackByThen() {
            register("acme");
            sell("acme-crm", "acme");
            intake.take(whole(
                    "churn-customer", "{'customerId': 'acme', 'churnedOn': '2026-05-01', 'reasonCode': 'price'}"));
            intake.take(whole("win-back-customer", "{'customerId': 'acme', 'wonBackOn': '2026-06-01'}"));

            assertThat(intake.take(goingOn()).events()).hasSize(1);
        }

        private void leave() {
            register("acme");
            sell("acme-crm", "acme");
            intake.take(whole(
                    "churn-customer", "{'customerId': 'acme', 'churnedOn': '2027-01-15', 'reasonCode': 'price'}"));
        }

        private Request goingOn() {
            return whole(
                    "continue-license",
                    "{'licenseId': 'acme-crm', 'termEndsOn': '2027-01-15', 'occurredAt': '2027-01-15T00:00:00Z'}");
        }

        private Request renewal(String startsOn) {
            return whole(
                    "renew-license",
                    ("{'licenseId': 'acme-crm', 'plan': 'pro', 'seats': 5, 'pricePerSeatMinorUnits': 100,"
                                    + " 'currency': 'EUR', 'startsOn': '%s', 'endsOn': '2028-01-15', 'autoRenew': false}")
                            .formatted(startsOn));
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
        register("acme");
        intake.take(whole("invite-user", "{'userId': 'anna', 'customerId': 'acme'}"));
    }

    private void register(String customer) {
        intake.take(whole(
                "register-customer",
                "{'customerId': '%s', 'name': 'Acme', 'registeredOn': '2026-01-15'}".formatted(customer)));
    }

    private void sell(String license, String customer) {
        intake.take(whole(
                "sell-license",
                ("{'licenseId': '%s', 'customerId': '%s', 'product': 'crm', 'plan': 'pro', 'seats': 5,"
                                + " 'pricePerSeatMinorUnits': 100, 'currency': 'EUR', 'startsOn': '2026-01-15',"
                                + " 'endsOn': '2027-01-15', 'autoRenew': true}")
                        .formatted(license, customer)));
    }

    private void publish() {
        intake.take(whole(
                "publish-course",
                "{'courseId': 'basics', 'title': 'Basics', 'level': 'introductory', 'required': true}"));
    }

    private String codeOf(Request request) {
        return problemOf(request).code();
    }

    private Problem problemOf(Request request) {
        return catchThrowableOfType(ProblemException.class, () -> intake.take(request))
                .problem();
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
