package tenure.command.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.app.database.EmbeddedDatabase;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.catalogue.CommandReader;
import tenure.domain.customer.CustomerId;
import tenure.domain.license.LicenseCommand.ContinueLicense;
import tenure.domain.license.LicenseCommand.ExpireLicense;
import tenure.domain.license.LicenseCommand.OpenRenewalWindow;
import tenure.domain.license.LicenseId;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.NoticeGiven;
import tenure.domain.onboarding.OnboardingCommand.MarkTaskOverdue;
import tenure.domain.onboarding.OnboardingCommand.StartOnboarding;
import tenure.domain.onboarding.OnboardingId;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.OnboardingTemplateDefined;
import tenure.domain.onboarding.event.TaskReopened;
import tenure.domain.shared.Code;
import tenure.domain.training.CourseId;
import tenure.domain.training.TrainingCommand.AssignTraining;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.user.UserId;
import tenure.domain.user.event.UserActivated;
import tenure.domain.user.event.UserInvited;
import tenure.system.FreshDatabase;

/** Each automation by itself: an event in, a command out, read as the door would read it. */
class AutomationsTest {

    private static final Instant INVITED_AT = Instant.parse("2024-03-01T22:00:00Z");
    private static final LocalDate STARTS_ON = LocalDate.parse("2024-01-01");
    private static final LocalDate ENDS_ON = LocalDate.parse("2025-01-01");
    private static final Instant END_OF_DAY = Instant.parse("2024-01-05T00:00:00Z");

    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;
    private static HikariDataSource database;
    private static JdbcClient jdbc;

    private final List<Order> given = new ArrayList<>();
    private final Map<String, List<Object>> streams = new HashMap<>();
    private final AutomationSettings settings = new AutomationSettings(30, 90, Duration.ZERO);

    @BeforeAll
    static void makeTables() {
        server = FreshDatabase.start(folder);
        database = new HikariDataSource();
        database.setJdbcUrl(server.address().jdbcUrl());
        database.setUsername(server.address().user());
        database.setPassword(server.address().password());
        Flyway.configure()
                .dataSource(database)
                .schemas("command")
                .locations("classpath:db/command")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
    }

    @AfterAll
    static void stop() {
        database.close();
        server.close();
    }

    @BeforeEach
    void forget() {
        jdbc.sql("truncate command.required_course, command.onboarding_template")
                .update();
    }

    @Test
    void areNeverReplayed() {
        var automations = List.of(
                new WhenUserInvitedThenAssignTraining(new RequiredCourseTable(jdbc), given::add, settings),
                new WhenLicenseSoldThenStartOnboarding(new OnboardingTemplateTable(jdbc), given::add),
                new WhenTaskDueThenMarkItOverdue(
                        new OnboardingPlans(stream -> streams.getOrDefault(stream, List.of())), given::add),
                new WhenTermNearsItsEndThenOpenRenewalWindow(given::add, settings),
                new WhenTermEndsThenExpireLicense(given::add),
                new WhenTermEndsThenRenewLicense(given::add));

        assertThat(automations).noneMatch(automation -> new AnnotationEventHandlerAdapter(automation).supportsReset());
        assertThat(new AnnotationEventHandlerAdapter(new Replayed()).supportsReset())
                .as("the control: whoever does not say so is replayed")
                .isTrue();
    }

    static final class Replayed {
        @EventHandler
        void react(LicenseSold event) {}
    }

    @Nested
    class AUserThatIsInvited {

        private final WhenUserInvitedThenAssignTraining automation =
                new WhenUserInvitedThenAssignTraining(new RequiredCourseTable(jdbc), given::add, settings);

        @Test
        void isToTakeEveryCourseThatIsRequiredAndNotRetired() {
            automation.react(course("basics", true));
            automation.react(course("extras", false));
            automation.react(course("old", true));
            automation.react(course("once-required", true));
            automation.react(course("once-required", false));
            automation.react(new CourseRetired("old", INVITED_AT));

            automation.react(invited(), message(invited()));

            assertThat(commands())
                    .containsExactly(new AssignTraining(
                            new UserId("anna"),
                            new CourseId("basics"),
                            new CustomerId("acme"),
                            LocalDate.parse("2024-03-31"),
                            INVITED_AT));
            assertThat(given).allSatisfy(order -> {
                assertThat(order.key()).isEqualTo("training:" + EVENT_ID + ":basics");
                assertThat(order.correlationId()).isEqualTo("trace");
                assertThat(order.atOnce()).isTrue();
            });
        }

        @Test
        void isAskedAgainWhenActivated() {
            automation.react(course("basics", true));

            automation.react(new UserActivated("anna", "acme", INVITED_AT), message(invited()));

            assertThat(given).hasSize(1);
        }

        @Test
        void takesNothingWhereNothingIsRequired() {
            automation.react(invited(), message(invited()));

            assertThat(given).isEmpty();
        }

        private static UserInvited invited() {
            return new UserInvited("anna", "acme", null, null, INVITED_AT);
        }

        private static CoursePublished course(String id, boolean required) {
            return new CoursePublished(id, "First steps", "introductory", required, null, INVITED_AT);
        }
    }

    @Nested
    class ALicenseThatIsSold {

        private final WhenLicenseSoldThenStartOnboarding automation =
                new WhenLicenseSoldThenStartOnboarding(new OnboardingTemplateTable(jdbc), given::add);

        @Test
        void beginsTheOnboardingOfTheNewestTemplateOfItsProduct() {
            automation.react(template("older", "crm", "call"));
            automation.react(template("other", "erp", "call"));
            automation.react(template("newer", "crm", "call"));
            automation.react(template("older", "crm", "visit"));

            automation.react(sold(), message(sold()));

            assertThat(commands()).singleElement().satisfies(command -> {
                var start = (StartOnboarding) command;
                assertThat(start.onboardingId()).isEqualTo(new OnboardingId("acme-crm"));
                assertThat(start.licenseId()).isEqualTo(new LicenseId("acme-crm"));
                assertThat(start.templateId()).hasToString("onboarding-template/older");
                assertThat(start.startsOn()).isEqualTo(STARTS_ON);
                assertThat(start.tasks())
                        .singleElement()
                        .satisfies(task -> assertThat(task.taskId()).isEqualTo(new Code("visit")));
            });
        }

        @Test
        void beginsNothingWithoutATemplateOfItsProduct() {
            automation.react(template("other", "erp", "call"));

            automation.react(sold(), message(sold()));

            assertThat(given).isEmpty();
        }

        private static OnboardingTemplateDefined template(String id, String product, String taskId) {
            return new OnboardingTemplateDefined(
                    id,
                    "First weeks",
                    product,
                    List.of(new OnboardingTemplateDefined.Task(taskId, "Say hello", 3, true, false)),
                    INVITED_AT);
        }
    }

    @Nested
    class ATaskOfAnOnboarding {

        private final WhenTaskDueThenMarkItOverdue automation = new WhenTaskDueThenMarkItOverdue(
                new OnboardingPlans(stream -> streams.getOrDefault(stream, List.of())), given::add);

        @Test
        void isMarkedWhenItsLastDayIsOver() {
            automation.react(started(), message(started()));

            assertThat(commands()).containsExactly(overdue(END_OF_DAY));
            assertThat(given).singleElement().satisfies(order -> {
                assertThat(order.dueAt()).isEqualTo(END_OF_DAY);
                assertThat(order.atOnce()).isFalse();
                assertThat(order.key()).isEqualTo("due:task-overdue:acme-crm/call:2024-01-04");
            });
        }

        @Test
        void isMarkedAfreshWhenItIsReopenedAfterThat() {
            reopen("call", "2024-02-01T10:00:00Z");

            assertThat(commands()).containsExactly(overdue(Instant.parse("2024-02-01T10:00:00Z")));
            assertThat(given).singleElement().satisfies(order -> {
                assertThat(order.dueAt()).isEqualTo(Instant.parse("2024-02-01T10:00:00Z"));
                assertThat(order.subject()).isEqualTo("acme-crm/call");
                assertThat(order.key()).isEqualTo("reopened:" + EVENT_ID);
            });
        }

        @Test
        void isMarkedAtTheEndOfThatDayWhenItIsReopenedBefore() {
            reopen("call", "2024-01-03T10:00:00Z");

            assertThat(commands()).containsExactly(overdue(END_OF_DAY));
        }

        @Test
        void isLeftAloneWhenTheOnboardingHasNoSuchTask() {
            reopen("visit", "2024-02-01T10:00:00Z");

            assertThat(given).isEmpty();
        }

        private void reopen(String task, String at) {
            streams.put("onboarding/acme-crm", List.of(started()));
            var reopened = new TaskReopened("acme-crm", "acme", task, Instant.parse(at));
            automation.react(reopened, message(reopened));
        }

        private static OnboardingStarted started() {
            return new OnboardingStarted(
                    "acme-crm",
                    "acme",
                    null,
                    null,
                    STARTS_ON,
                    List.of(new OnboardingStarted.Task("call", "Call", LocalDate.parse("2024-01-04"), true, false)),
                    INVITED_AT);
        }

        private static MarkTaskOverdue overdue(Instant at) {
            return new MarkTaskOverdue(
                    new OnboardingId("acme-crm"), new Code("call"), LocalDate.parse("2024-01-04"), at);
        }
    }

    @Nested
    class ATerm {

        private final WhenTermNearsItsEndThenOpenRenewalWindow windows =
                new WhenTermNearsItsEndThenOpenRenewalWindow(given::add, settings);
        private final WhenTermEndsThenExpireLicense ends = new WhenTermEndsThenExpireLicense(given::add);

        @Test
        void hasAWindowNinetyDaysBeforeItsEnd() {
            windows.react(sold(), message(sold()));

            assertThat(commands()).containsExactly(window("2024-10-03T00:00:00Z", ENDS_ON));
        }

        @Test
        void hasItsWindowFromItsFirstDayWhenItIsShorter() {
            var renewed = renewed("2024-12-01", "2025-02-01", "2024-11-20T00:00:00Z");
            windows.react(renewed, message(renewed));

            assertThat(commands()).containsExactly(window("2024-12-01T00:00:00Z", LocalDate.parse("2025-02-01")));
        }

        @Test
        void hasItsWindowFromWhenItWasAgreedWhenThatWasLater() {
            var renewed = renewed("2024-01-01", "2024-06-01", "2024-05-20T10:00:00Z");
            windows.react(renewed, message(renewed));

            assertThat(commands()).containsExactly(window("2024-05-20T10:00:00Z", LocalDate.parse("2024-06-01")));
        }

        @Test
        void hasNoWindowWhenItWasOverBeforeItWasAgreed() {
            var renewed = renewed("2024-01-01", "2024-06-01", "2024-06-20T10:00:00Z");
            windows.react(renewed, message(renewed));

            assertThat(given).isEmpty();
        }

        @Test
        void expiresAtItsEnd() {
            ends.react(sold(), message(sold()));

            var end = Instant.parse("2025-01-01T00:00:00Z");
            assertThat(commands()).containsExactly(new ExpireLicense(new LicenseId("acme-crm"), ENDS_ON, end));
            assertThat(given)
                    .singleElement()
                    .satisfies(order -> assertThat(order.dueAt()).isEqualTo(end));
        }

        @Test
        void goesOnAtItsEndInsteadWhenTheLicenseRenewsItself() {
            var renewals = new WhenTermEndsThenRenewLicense(given::add);
            ends.react(sold(true), message(sold(true)));
            renewals.react(sold(true), message(sold(true)));
            renewals.react(sold(), message(sold()));

            var end = Instant.parse("2025-01-01T00:00:00Z");
            assertThat(commands()).containsExactly(new ContinueLicense(new LicenseId("acme-crm"), ENDS_ON, end));
            assertThat(given).singleElement().satisfies(order -> {
                assertThat(order.dueAt()).isEqualTo(end);
                assertThat(order.atOnce()).isFalse();
                assertThat(order.key()).isEqualTo("due:license-renewal:acme-crm:2025-01-01");
            });
        }

        @Test
        void expiresAfterANoticeAlsoWhenTheLicenseRenewsItself() {
            var notice = new NoticeGiven("acme-crm", "acme", ENDS_ON, "price", "", INVITED_AT);
            ends.react(notice, message(notice));

            assertThat(commands())
                    .containsExactly(new ExpireLicense(
                            new LicenseId("acme-crm"), ENDS_ON, Instant.parse("2025-01-01T00:00:00Z")));
        }

        private static OpenRenewalWindow window(String opensAt, LocalDate endsOn) {
            return new OpenRenewalWindow(new LicenseId("acme-crm"), endsOn, Instant.parse(opensAt));
        }

        private static LicenseRenewed renewed(String startsOn, String endsOn, String agreedAt) {
            return new LicenseRenewed(
                    "acme-crm",
                    "acme",
                    "standard",
                    5,
                    1000,
                    "EUR",
                    LocalDate.parse(startsOn),
                    LocalDate.parse(endsOn),
                    false,
                    Instant.parse(agreedAt));
        }
    }

    @Nested
    class AnOrderThatIsDone {

        private final DueTable table = new DueTable(jdbc);

        @Test
        void isForgottenAfterAWhileInSmallStepsUnlessItFailed() {
            jdbc.sql("truncate command.due").update();
            for (var days = 28; days <= 34; days++) {
                done("recorded-" + days, "recorded", days);
            }
            done("failed", "failed", 90);
            done("moot", "moot", 90);
            jdbc.sql(ORDER.formatted("null", "null")).param("open").update();

            assertThat(table.forgetDone(Duration.ofDays(30), 4)).isEqualTo(4);
            assertThat(left()).contains("recorded-31").doesNotContain("moot", "recorded-34");
            assertThat(table.forgetDone(Duration.ofDays(30), 4)).isEqualTo(2);
            assertThat(table.forgetDone(Duration.ofDays(30), 4)).isZero();
            assertThat(left()).containsExactlyInAnyOrder("failed", "open", "recorded-28", "recorded-29");
        }

        private static final String ORDER = """
                insert into command.due (kind, subject, key, command, body, correlation_id, due_at, ready_at,
                                         done_at, outcome)
                values ('test', 'X', ?, 'none', '{}', 'c', '2020-01-01', '2020-01-01', %s, %s)
                """;

        private static void done(String key, String outcome, int daysAgo) {
            jdbc.sql(ORDER.formatted("clock_timestamp() - interval '" + daysAgo + " days'", "'" + outcome + "'"))
                    .param(key)
                    .update();
        }

        private static List<String> left() {
            return jdbc.sql("select key from command.due").query(String.class).list();
        }
    }

    private static final String EVENT_ID = "0198c0de-0000-7000-8000-000000000001";

    private static LicenseSold sold() {
        return sold(false);
    }

    private static LicenseSold sold(boolean autoRenew) {
        return new LicenseSold(
                "acme-crm",
                "acme",
                "crm",
                "standard",
                5,
                1000,
                "EUR",
                STARTS_ON,
                ENDS_ON,
                autoRenew,
                Instant.parse("2024-01-01T00:00:00Z"));
    }

    private static EventMessage<?> message(Object event) {
        return new GenericEventMessage<>(
                EVENT_ID, event, Map.of("correlationId", "trace"), Instant.parse("2024-01-01T00:00:00Z"));
    }

    private List<Object> commands() {
        var catalogue = CommandCatalogue.ofTheDomain();
        return given.stream()
                .map(order -> new CommandReader().read(catalogue.named(order.command()), order.body(), Instant.now()))
                .toList();
    }
}
