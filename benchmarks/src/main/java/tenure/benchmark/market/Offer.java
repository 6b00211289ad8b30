package tenure.benchmark.market;

import static tenure.benchmark.market.Calendar.instant;

import java.util.List;
import tenure.domain.onboarding.TemplateId;
import tenure.domain.onboarding.event.OnboardingTemplateDefined;
import tenure.domain.onboarding.event.OnboardingTemplateDefined.Task;
import tenure.domain.training.CourseId;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.usage.event.FeatureCataloged;

/** What everybody in the market can buy: one product with its features, courses and a way to take it up. */
final class Offer {

    private Offer() {}

    static final String PRODUCT = "crm";
    static final String TEMPLATE = "first-90-days";

    /** From the lowest to the highest. */
    static final List<String> LEVELS = List.of("introductory", "core", "advanced");

    /** By level; those that are used most stand in front. */
    static final List<List<String>> FEATURES = List.of(
            List.of("contacts", "search", "notes", "calendar"),
            List.of("quote", "pipeline", "email-campaign", "report", "import", "mobile"),
            List.of("forecast", "automation", "api", "territories", "scoring"));

    /** By level; the first of each is required. */
    static final List<List<String>> COURSES = List.of(
            List.of("first-steps", "data-hygiene"),
            List.of("selling-with-quotes", "pipeline-reviews", "campaigns"),
            List.of("forecasting", "automation-lab"));

    static final List<Task> TASKS = List.of(
            new Task("kick-off", "Kick-off call", 5, true, true),
            new Task("single-sign-on", "Connect single sign-on", 14, false, false),
            new Task("import-data", "Import the customer data", 21, true, false),
            new Task("invite-users", "Invite the users", 30, true, true),
            new Task("first-training", "First training completed", 40, true, false),
            new Task("dashboards", "Set up dashboards", 55, false, false),
            new Task("first-value", "First quote sent", 70, true, true),
            new Task("review", "Review after 90 days", 90, true, true));

    /** Enters everything into the catalogues. */
    static void publish(Market market) {
        var now = instant(market.now());
        for (int level = 0; level < LEVELS.size(); level++) {
            var name = LEVELS.get(level);
            for (var feature : FEATURES.get(level)) {
                market.tell(
                        History.of("feature/" + feature, "Feature"),
                        null,
                        null,
                        new FeatureCataloged(feature, name, PRODUCT, feature.equals("quote"), now));
            }
            for (var course : COURSES.get(level)) {
                var required = level < 2 && course.equals(COURSES.get(level).getFirst());
                market.tell(
                        History.of(new CourseId(course), "Course"),
                        null,
                        null,
                        new CoursePublished(course, course.replace('-', ' '), name, required, PRODUCT, now));
            }
        }
        market.tell(
                History.of(new TemplateId(TEMPLATE), "OnboardingTemplate"),
                null,
                null,
                new OnboardingTemplateDefined(TEMPLATE, "The first 90 days", PRODUCT, TASKS, now));
    }
}
