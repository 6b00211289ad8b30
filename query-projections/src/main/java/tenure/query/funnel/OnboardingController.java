package tenure.query.funnel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.funnel.CustomerOnboarding.OnboardingList;
import tenure.query.funnel.CustomerOnboarding.OnboardingRow;
import tenure.query.life.LivesProjection;
import tenure.query.shared.Answers;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Reads the onboarding of customers. */
@RestController
@Tag(name = "Onboarding")
class OnboardingController {

    private final Answers answers;
    private final Accounts accounts;

    OnboardingController(Answers answers, Accounts accounts) {
        this.answers = answers;
        this.accounts = accounts;
    }

    @GetMapping("/api/v1/customers/{customerId}/onboarding")
    @Operation(
            summary = "The tasks of a customer, and whether its onboarding is on track",
            description = "behind: a required task is overdue; stuck: and for 14 days, since it was due, no task was"
                    + " completed or skipped.")
    @ReadParameters("knownAt")
    CustomerOnboarding onboarding(@PathVariable String customerId, Question question) {
        return answers.seen(
                LivesProjection.NAME,
                question,
                at -> onboarding(customerId, at)
                        .orElseThrow(() -> Refusals.notFound(
                                "UNKNOWN_CUSTOMER",
                                "There was no customer '" + customerId + "' on "
                                        + at.asOf().day() + ".")));
    }

    /** The onboarding of a customer; empty when nothing is known of it. */
    Optional<CustomerOnboarding> onboarding(String customerId, Standpoint at) {
        return accounts.at(at, customerId).stream()
                .filter(account -> account.isKnown(Micros.of(at.asOf().end())))
                .map(account -> OnboardingStates.of(account, at))
                .findFirst();
    }

    @GetMapping("/api/v1/onboarding")
    @Operation(summary = "The onboarding of every customer that has tasks, the worst first")
    @ReadParameters({"knownAt", "limit", "cursor"})
    OnboardingList onboardings(Question question) {
        var after = question.cursor(0);
        var limit = question.limit(100);
        return answers.seen(LivesProjection.NAME, question, at -> {
            var all = onboardings(at);
            var shown = all.stream().skip(after).limit(limit).toList();
            var end = after + shown.size();
            var known = accounts.byId(at, null);
            return new OnboardingList(
                    at.asOf().day(),
                    at.position(),
                    all.size(),
                    end < all.size() ? Question.cursorAfter(end) : null,
                    shown.stream()
                            .map(one -> row(
                                    one,
                                    Objects.requireNonNull(known.get(one.customerId()))
                                            .name(Micros.of(at.asOf().end()))))
                            .toList());
        });
    }

    List<CustomerOnboarding> onboardings(Standpoint at) {
        return OnboardingStates.inOrder(accounts.at(at, null).stream()
                .filter(account -> account.tasks().isPlanned(Micros.of(at.asOf().end())))
                .map(account -> OnboardingStates.of(account, at))
                .toList());
    }

    private static OnboardingRow row(CustomerOnboarding onboarding, String name) {
        return new OnboardingRow(
                onboarding.customerId(),
                name,
                onboarding.state(),
                onboarding.startsOn(),
                onboarding.progress(),
                onboarding.daysOver(),
                onboarding.lastDoneOn(),
                onboarding.completedOn());
    }
}
