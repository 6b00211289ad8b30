package tenure.app.demo;

import java.time.LocalDate;
import java.util.List;
import tenure.domain.shared.Level;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the demo company offers: features, courses, onboarding templates, and the segments it looks at. */
final class Catalog {

    static final String PRODUCT = "Relay";
    static final String ADD_ON = "Relay Insights";

    /** People stop more often after this one than after any other. */
    static final String STUMBLING_BLOCK = "bulk-import";

    private static final List<String> INTRODUCTORY =
            List.of("search", "view-record", "comment", "export-list", "guided-tour");
    private static final List<String> CORE =
            List.of("create-order", "approve-order", "assign-task", "dashboards", "saved-views", STUMBLING_BLOCK);
    private static final List<String> ADVANCED =
            List.of("automation-rules", "forecast", "custom-reports", "api-access", "audit-trail");

    /** What it is bought for. */
    static final List<String> VALUE_EVENTS = List.of("approve-order", "forecast", "automation-rules");

    static final List<Course> COURSES = List.of(
            new Course("relay-basics", "First steps with Relay", Level.INTRODUCTORY, true, PRODUCT),
            new Course("relay-orders", "Orders from draft to approval", Level.CORE, true, PRODUCT),
            new Course("relay-automation", "Rules that work for you", Level.ADVANCED, false, PRODUCT),
            new Course("insights-reports", "Reports with Relay Insights", Level.ADVANCED, false, ADD_ON));

    static final List<Task> TASKS = List.of(
            new Task("kick-off", "Kick-off held", 5, true, true),
            new Task("invite-team", "Team invited", 14, true, false),
            new Task("single-sign-on", "Single sign-on set up", 21, false, false),
            new Task("load-data", "Data loaded", 25, true, true),
            new Task("first-order", "First order approved", 35, true, true),
            new Task("team-trained", "Team trained", 45, true, false),
            new Task("first-rule", "First rule at work", 60, false, true),
            new Task("value-review", "Value reviewed together", 85, true, true));

    private static final List<Task> ADD_ON_TASKS = List.of(
            new Task("connect-data", "Data connected", 7, true, false),
            new Task("first-report", "First report shared", 30, true, true));

    private Catalog() {}

    /** A course. */
    record Course(String id, String title, Level level, boolean required, String product) {}

    /** A task of an onboarding. */
    record Task(String id, String title, int dueDay, boolean required, boolean milestone) {}

    /** All definitions, as of the day. */
    static void publish(Script script, LocalDate day) {
        var at = Script.at(day, 8, 0);
        for (Level level : Level.values()) {
            for (String feature : features(level)) {
                script.add(
                        at,
                        "catalog-feature",
                        "feature:" + feature,
                        body -> body.put("feature", feature)
                                .put("level", level.toString())
                                .put("product", feature.equals("custom-reports") ? ADD_ON : PRODUCT)
                                .put("valueEvent", VALUE_EVENTS.contains(feature)));
            }
        }
        for (Course course : COURSES) {
            publish(script, day, course, "course:" + course.id());
        }
        var classic = new Course("relay-classic", "Relay as it was", Level.INTRODUCTORY, false, PRODUCT);
        publish(script, day, classic, "course:" + classic.id());
        script.add(
                Script.at(day.plusDays(20), 8, 0),
                "retire-course",
                "retire:" + classic.id(),
                body -> body.put("courseId", classic.id()));
        template(script, day, templateOf(PRODUCT), "First 90 days with Relay", PRODUCT);
        template(script, day, templateOf(ADD_ON), "First reports with Relay Insights", ADD_ON);
        segment(script, day, "europe", "Customers in Europe", "region", "is", "Europe");
        segment(script, day, "manufacturing", "Makers of things", "industry", "is", "Manufacturing");
    }

    static List<String> features(Level level) {
        return switch (level) {
            case INTRODUCTORY -> INTRODUCTORY;
            case CORE -> CORE;
            case ADVANCED -> ADVANCED;
        };
    }

    static String templateOf(String product) {
        return product.equals(PRODUCT) ? "relay-90-days" : "insights-30-days";
    }

    static List<Task> tasksOf(String product) {
        return product.equals(PRODUCT) ? TASKS : ADD_ON_TASKS;
    }

    /** The tasks as commands have them. */
    static ArrayNode asJson(List<Task> tasks) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Task task : tasks) {
            array.addObject()
                    .put("taskId", task.id())
                    .put("title", task.title())
                    .put("dueDay", task.dueDay())
                    .put("required", task.required())
                    .put("milestone", task.milestone());
        }
        return array;
    }

    private static void publish(Script script, LocalDate day, Course course, String key) {
        script.add(
                Script.at(day, 8, 30),
                "publish-course",
                key,
                body -> body.put("courseId", course.id())
                        .put("title", course.title())
                        .put("level", course.level().toString())
                        .put("required", course.required())
                        .put("product", course.product()));
    }

    private static void template(Script script, LocalDate day, String id, String name, String product) {
        script.add(
                Script.at(day, 9, 0),
                "define-onboarding-template",
                "template:" + id,
                body -> body.put("templateId", id)
                        .put("name", name)
                        .put("product", product)
                        .set("tasks", asJson(tasksOf(product))));
    }

    private static void segment(
            Script script, LocalDate day, String id, String name, String property, String operator, String value) {
        script.add(Script.at(day, 9, 30), "define-segment", "segment:" + id, body -> {
            body.put("segmentId", id).put("name", name);
            ObjectNode condition = body.putArray("conditions")
                    .addObject()
                    .put("property", property)
                    .put("operator", operator);
            condition.putArray("values").add(value);
        });
    }
}
