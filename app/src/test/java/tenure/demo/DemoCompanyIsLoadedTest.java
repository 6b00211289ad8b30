package tenure.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.app.demo.DemoCompany;
import tenure.app.demo.DemoLoad;
import tenure.app.demo.DemoRefused;
import tenure.system.Http;
import tenure.system.ImportedTenure;
import tenure.system.TenureProcess;

/** {@code ./tenure start --demo} as its users have it, and the stories that its pages are to tell. */
class DemoCompanyIsLoadedTest {

    /** A customer like any other, which must not show what the stories show. */
    private static final String ORDINARY = "calder-coatings";

    @TempDir
    static Path data;

    private static TenureProcess tenure;
    private static Http http;
    private static LoadedDemo demo;
    private static LocalDate until;

    @BeforeAll
    static void load() {
        tenure = TenureProcess.start(Duration.ofMinutes(10), data, "--demo");
        http = tenure.http();
        demo = new LoadedDemo(http);
        ImportedTenure.awaitViews(http);
        until = LocalDate.parse(demo.events("alder-mills", "customer.registered")
                .getFirst()
                .at("/payload/profile/demoUntil")
                .asString());
    }

    @AfterAll
    static void stop() {
        tenure.close();
    }

    @Test
    void isInWithoutARefusalAndTellsWhereToLook() {
        assertThat(tenure.output())
                .containsPattern("The demo company is in: [0-9,]+ commands in [0-9]+ s\\.")
                .contains("100 % loaded");
        for (var sight : DemoCompany.sights()) {
            assertThat(tenure.output()).contains(tenure.url() + "/customers/" + sight.customerId());
        }
    }

    @Test
    void hasSixtyCustomersOfWhichSomeHaveLeftAndOneCameBack() {
        var totals = http.get("/api/v1/totals?asOf=" + until).json();

        assertThat(http.get("/api/v1/customers?limit=1&asOf=" + until)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(60);
        assertThat(totals.get("churnedCustomers").asInt()).isEqualTo(8);
        assertThat(totals.get("customers").asInt()).isEqualTo(52);
        assertThat(demo.events("fernhill-dairy", "customer.won-back")).hasSize(1);
    }

    @Test
    void leavesNothingParked() {
        assertThat(http.get("/api/v1/projections").json().get("projections").valueStream())
                .isNotEmpty()
                .allSatisfy(
                        view -> assertThat(view.get("parkedEvents").asLong()).isZero());
    }

    @Test
    void isTheSameCompanyInAnotherProcessSoThatNothingOfItIsRecordedTwice() {
        long before = position();

        var again = new DemoLoad(tenure.url()).load(new DemoCompany(DemoCompany.USUAL_SEED, until), progress -> {});

        assertThat(again.problems()).isEmpty();
        assertThat(again.taken()).isZero();
        assertThat(again.before()).isGreaterThan(100_000);
        assertThat(position()).isEqualTo(before);
    }

    @Test
    void isLeftAsItIsWhenItIsAskedForOnceMore() {
        var load = new DemoLoad(tenure.url());
        var fresh = new DemoCompany(DemoCompany.USUAL_SEED, until.plusDays(30));

        var wanted = load.look(fresh, null);

        assertThat(wanted.complete()).isTrue();
        assertThat(wanted.company()).isEqualTo(new DemoCompany(DemoCompany.USUAL_SEED, until));
        assertThat(catchThrowableOfType(DemoRefused.class, () -> load.look(fresh, DemoCompany.USUAL_SEED + 1)))
                .hasMessageContaining("--demo-seed");
    }

    @Test
    void growsSteadilyAtAlderMills() {
        assertThat(demo.events("alder-mills", "license.seats-changed")).hasSize(2);
        assertThat(demo.events("alder-mills", "license.renewed"))
                .anySatisfy(
                        event -> assertThat(event.at("/payload/seats").asInt()).isEqualTo(58));
        assertThat(month("alder-mills", 0)).isGreaterThan(2 * month("alder-mills", 480));
    }

    @Test
    void stallsInOnboardingAtBrackwaterFreight() {
        assertThat(seats("brackwater-freight")).isEqualTo(40);
        assertThat(demo.events("brackwater-freight", "user.activated")).hasSizeLessThan(14);
        assertThat(demo.events("brackwater-freight", "onboarding.task-overdue")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(demo.events("brackwater-freight", "onboarding.completed")).isEmpty();
        assertThat(demo.events(ORDINARY, "onboarding.completed")).hasSize(1);
    }

    @Test
    void losesItsChampionAtCorvaneOptics() {
        assertThat(demo.events("corvane-optics", "user.deactivated"))
                .anySatisfy(event ->
                        assertThat(event.at("/payload/userId").asString()).isEqualTo("corvane-optics-u01"));
        assertThat(month("corvane-optics", 0)).isLessThan(month("corvane-optics", 120) / 2);
        assertThat(month(ORDINARY, 0)).isGreaterThan(month(ORDINARY, 120) / 2);
    }

    @Test
    void livesOnOneUserAtDunmoreCeramics() {
        assertThat(shareOfTheFirst("dunmore-ceramics")).isGreaterThan(0.75);
        assertThat(shareOfTheFirst(ORDINARY)).isLessThan(0.5);
    }

    @Test
    void keepsAskingIntroductoryThingsAtEskerHydraulics() {
        assertThat(demo.introductoryTickets("esker-hydraulics", 90)).isGreaterThan(0.8);
        assertThat(demo.introductoryTickets("alder-mills", 90)).isLessThan(0.5);
    }

    @Test
    void renewsToEverybodysSurpriseAtFallowPress() {
        var renewed = demo.events("fallow-press", "license.renewed").getFirst().get("payload");
        var renewedOn = LocalDate.parse(renewed.get("startsOn").asString());

        assertThat(demo.logOns("fallow-press", renewedOn.minusDays(70), renewedOn))
                .isZero();
        assertThat(demo.logOns("fallow-press", renewedOn.minusDays(140), renewedOn.minusDays(70)))
                .isPositive();
        assertThat(demo.logOns("fallow-press", renewedOn, until)).isPositive();
        assertThat(demo.events("fallow-press", "license.notice-given")).hasSize(1);
        assertThat(demo.events("fallow-press", "license.notice-withdrawn")).hasSize(1);
        assertThat(renewed.get("seats").asInt()).isLessThan(40);
    }

    @Test
    void endsToday() {
        assertThat(until).isAfterOrEqualTo(LocalDate.now(ZoneOffset.UTC).minusDays(1));
    }

    @Test
    void isNotMixedWithCustomersOfOthers(@TempDir Path other) {
        try (var used = TenureProcess.start(other)) {
            var registered = used.http().command("register-customer", """
                    {"customerId":"acme","name":"Acme","registeredOn":"2024-01-01"}""");
            assertThat(registered.status()).isEqualTo(201);
        }
        try (var refused = TenureProcess.run("start", "--demo", "--data-dir", other.toString(), "--port", "0")) {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.output()).contains("--demo needs an empty data directory");
        }
    }

    private static long position() {
        return http.get("/api/v1/projections").json().get("logPosition").asLong();
    }

    private static int seats(String customer) {
        return http.get("/api/v1/customers/%s?asOf=%s".formatted(customer, until))
                .json()
                .at("/customer/seats")
                .asInt();
    }

    /** Log-ons in the 28 days that ended so many days before the end. */
    private static long month(String customer, int daysAgo) {
        return demo.logOns(customer, until.minusDays(daysAgo + 28L), until.minusDays(daysAgo));
    }

    private static double shareOfTheFirst(String customer) {
        var users = demo.events(customer, "usage.logged-on").stream()
                .map(event -> event.at("/payload/userId").asString())
                .toList();
        return users.stream().filter((customer + "-u01")::equals).count() / (double) users.size();
    }
}
