package tenure.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.system.Http;
import tenure.system.TenureProcess;

/** Trainings are assigned here and done elsewhere: decisions and facts meet in one stream. */
class TrainingsTest {

    @TempDir
    static Path data;

    private static TenureProcess tenure;
    private static Http http;

    @BeforeAll
    static void start() {
        tenure = TenureProcess.start(data);
        http = tenure.http();
        http.command("register-customer", """
                {"customerId":"acme","name":"Acme","registeredOn":"2024-01-01"}""");
        http.command("invite-user", """
                {"userId":"anna","customerId":"acme","occurredAt":"2024-01-02T08:00:00Z"}""");
        http.command("publish-course", course("basics"));
        http.command("publish-course", course("expert"));
    }

    @AfterAll
    static void stop() {
        tenure.close();
    }

    @Test
    void aTrainingThatBeganWithItsCompletionIsNotAssignedAfterwards() {
        var completed = http.command("complete-training", training("basics"));
        assertThat(completed.status()).as(completed.toString()).isEqualTo(201);

        var assigned = http.command("assign-training", training("basics"));

        assertThat(assigned.status()).as(assigned.toString()).isEqualTo(200);
        assertThat(assigned.json().get("stream").asString()).isEqualTo("training/anna/basics");
        assertThat(assigned.json().get("events")).isEmpty();
        assertThat(history()).contains("training.completed");
    }

    @Test
    void anAssignedTrainingTakesFactsAndStaysDecidable() {
        var assigned = http.command("assign-training", training("expert"));
        assertThat(assigned.status()).as(assigned.toString()).isEqualTo(201);
        assertThat(http.command("start-training", training("expert")).json().get("version"))
                .hasToString("1");

        var again = http.command("assign-training", training("expert"), "If-Match", "\"1\"");
        var outdated = http.command("assign-training", training("expert"), "If-Match", "\"7\"");

        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(outdated.status()).as(outdated.toString()).isEqualTo(412);
        assertThat(outdated.header("ETag")).isEqualTo("\"1\"");
        assertThat(history()).contains("training.assigned", "training.started");
    }

    @Test
    void aTrainingOfAnUnknownCourseIsRefused() {
        var refused = http.command("assign-training", training("nothing"));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("UNKNOWN_COURSE");
    }

    /** Of the customer that no command about a training named. */
    private static String history() {
        return http.get("/api/v1/customers/acme/history").toString();
    }

    private static String course(String id) {
        return """
                {"courseId":"%s","title":"Course %s","level":"core","required":true}""".formatted(id, id);
    }

    private static String training(String course) {
        return """
                {"userId":"anna","courseId":"%s","occurredAt":"2024-02-01T08:00:00Z"}""".formatted(course);
    }
}
