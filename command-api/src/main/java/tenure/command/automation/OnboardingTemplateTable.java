package tenure.command.automation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tenure.command.catalogue.StrictJson;
import tools.jackson.databind.JsonNode;

/** The templates of onboardings, as they were defined last. */
@Component
class OnboardingTemplateTable {

    private final JdbcClient jdbc;

    OnboardingTemplateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A template and its tasks, in the form in which a command takes them. */
    record Template(String templateId, JsonNode tasks) {}

    void define(String templateId, String product, JsonNode tasks) {
        jdbc.sql("delete from command.onboarding_template where template_id = ?")
                .param(templateId)
                .update();
        jdbc.sql("insert into command.onboarding_template (template_id, product, tasks) values (?, ?, ?)")
                .params(templateId, product, tasks.toString())
                .update();
    }

    /** The template that was defined last for a product. */
    Optional<Template> newestOf(String product) {
        return jdbc.sql("""
                select template_id, tasks from command.onboarding_template
                where product = ? order by number desc limit 1
                """)
                .param(product)
                .query((row, number) -> new Template(
                        row.getString("template_id"),
                        StrictJson.parse(row.getString("tasks").getBytes(StandardCharsets.UTF_8))))
                .optional();
    }
}
