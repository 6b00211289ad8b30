package tenure.query.funnel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.life.LivesProjection;
import tenure.query.shared.Answers;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Reads activation. */
@RestController
@Tag(name = "Onboarding")
class ActivationController {

    private final Answers answers;
    private final Accounts accounts;

    ActivationController(Answers answers, Accounts accounts) {
        this.answers = answers;
        this.accounts = accounts;
    }

    @GetMapping("/api/v1/activation")
    @Operation(summary = "Who is activated within some days, and how long the four clocks of the onboarding ran")
    @ReadParameters({"knownAt", "from", "to", "days", "threshold", "customer"})
    Activation activation(Question question) {
        var asked = asked(question);
        return answers.seen(LivesProjection.NAME, question, at -> activation(asked, at));
    }

    Activation activation(Activations.Asked asked, Standpoint at) {
        return Activations.answer(accounts, asked, at);
    }

    static Activations.Asked asked(Question question) {
        var asked = new Activations.Asked(
                question.day("from"),
                question.day("to"),
                (int) question.number("days", 1, 3_650, Activations.DAYS),
                (int) question.number("threshold", 1, 100, Activations.THRESHOLD),
                question.text("customer"));
        if (asked.from() != null && asked.to() != null && asked.from().isAfter(asked.to())) {
            throw Refusals.badParameter("from", "ENDS_BEFORE_IT_BEGINS", "'from' must not be after 'to'.");
        }
        return asked;
    }
}
