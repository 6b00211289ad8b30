package tenure.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RavenStackMappingTest {

    private static final Path PUBLIC_SET = Path.of("../../shared/data/ravenstack");

    @TempDir
    private Path directory;

    private final ReceivedItems received = new ReceivedItems();

    @BeforeEach
    void writeOneAccount() throws IOException {
        write(
                "accounts",
                "account_id,account_name,industry,country,signup_date,referral_source,plan_tier,seats,is_trial,churn_flag",
                "A-1,Company,EdTech,US,2024-01-10,other,Pro,9,False,True");
        write(
                "subscriptions",
                "subscription_id,account_id,start_date,end_date,plan_tier,seats,mrr_amount,is_trial,billing_frequency,"
                        + "auto_renew_flag",
                "S-1,A-1,2024-01-31,2024-04-02,Pro,10,490,False,monthly,True",
                "S-2,A-1,2024-03-20,,Basic,5,0,True,annual,False");
        churn("C-1,A-1,2024-03-01,pricing,False,too expensive");
        write(
                "support_tickets",
                "ticket_id,account_id,submitted_at,closed_at,priority,first_response_time_minutes,satisfaction_score,"
                        + "escalation_flag",
                "T-1,A-1,2024-02-01,2024-02-02 03:00:00,medium,74,4.0,True");
        write(
                "feature_usage",
                "usage_id,subscription_id,usage_date,feature_name,usage_count",
                "U-1,S-1,2024-02-01,feature_1,3",
                "U-2,S-2,2024-02-01,feature_1,4",
                "U-2,S-1,2024-02-01,feature_2,0");
    }

    @Nested
    class AnAccount {
        @Test
        void isToldInTheOrderOfTime() throws SourceRefused {
            assertThat(read().items)
                    .extracting(item ->
                            item.command() + " " + item.body().path("startsOn").asString(""))
                    .containsExactly(
                            "register-customer ",
                            "sell-license 2024-01-31",
                            "open-ticket ",
                            "record-first-response ",
                            "escalate-ticket ",
                            "report-usage-day ",
                            "close-ticket ",
                            "rate-ticket ",
                            "renew-license 2024-02-29",
                            "churn-customer ",
                            "win-back-customer ",
                            "sell-license 2024-03-20",
                            "renew-license 2024-03-31",
                            "cancel-license ");
            assertThat(received.problems).isEmpty();
        }

        @Test
        void hasADayOfUsageAsTotalsWithoutPeopleAsNobodyCountedThem() throws SourceRefused {
            assertThat(body("report-usage-day"))
                    .isEqualTo("{\"customerId\":\"A-1\",\"day\":\"2024-02-01\",\"actions\":7,"
                            + "\"features\":{\"feature_1\":7}}");
        }

        @Test
        void buysForOneBillingPeriodAtAPricePerSeat() throws SourceRefused {
            assertThat(body("sell-license"))
                    .contains("\"endsOn\":\"2024-02-29\"", "\"pricePerSeatMinorUnits\":4900", "\"autoRenew\":true");
        }

        @Test
        void renewsItselfOnlyIntoWhatTheSetTellsOf() throws Exception {
            write(
                    "subscriptions",
                    "subscription_id,account_id,start_date,end_date,plan_tier,seats,mrr_amount,is_trial,"
                            + "billing_frequency,auto_renew_flag",
                    "S-1,A-1,2024-01-01,,Pro,10,490,False,monthly,True",
                    "S-2,A-1,2024-02-10,2024-02-20,Pro,10,490,False,monthly,True");

            assertThat(read().items)
                    .filteredOn(item -> item.body().has("autoRenew"))
                    .extracting(item -> item.body().path("licenseId").asString() + " "
                            + item.body().path("startsOn").asString() + " "
                            + item.body().path("autoRenew").asBoolean())
                    .containsExactly(
                            "S-1 2024-01-01 true",
                            "S-1 2024-02-01 true",
                            "S-2 2024-02-10 true",
                            "S-1 2024-03-01 false");
        }

        @Test
        void isNotRenewedWhileItIsAway() throws Exception {
            write(
                    "subscriptions",
                    "subscription_id,account_id,start_date,end_date,plan_tier,seats,mrr_amount,is_trial,"
                            + "billing_frequency,auto_renew_flag",
                    "S-1,A-1,2024-01-15,2024-05-20,Pro,10,490,False,monthly,True",
                    "S-2,A-1,2024-05-16,,Pro,10,490,False,annual,True",
                    "S-3,A-1,2024-02-02,,Pro,10,490,False,monthly,True",
                    "S-4,A-1,2024-01-25,2024-05-03,Pro,10,490,False,monthly,True");

            assertThat(read().items)
                    .filteredOn(item ->
                            item.subject().equals("A-1") && !item.command().contains("-ticket"))
                    .filteredOn(item -> item.body().has("licenseId"))
                    .extracting(item -> item.command() + " "
                            + item.body().path("licenseId").asString() + " "
                            + item.body()
                                    .path("startsOn")
                                    .asString(item.body().path("effectiveOn").asString("")))
                    .containsExactly(
                            "sell-license S-1 2024-01-15",
                            "sell-license S-4 2024-01-25",
                            "sell-license S-3 2024-02-02",
                            "renew-license S-1 2024-02-15",
                            "renew-license S-4 2024-02-25",
                            "sell-license S-2 2024-05-16");
            assertThat(received.remarks)
                    .containsEntry("billing periods that begin while the account is away: not renewed", 8)
                    .containsEntry("subscriptions that end while they are not renewed: over before", 2);
        }

        @Test
        void isWonBackBeforeItBuysAgain() throws SourceRefused {
            assertThat(body("win-back-customer")).isEqualTo("{\"customerId\":\"A-1\",\"wonBackOn\":\"2024-03-20\"}");
        }

        @Test
        void isWonBackBeforeItLeavesAgainWhenTheSetSaysThatItHadReturned() throws Exception {
            churn(
                    "C-1,A-1,2024-03-01,pricing,False,",
                    "C-2,A-1,2024-03-10,pricing,True,",
                    "C-3,A-1,2024-06-10,other,True,");

            assertThat(read().items)
                    .filteredOn(item -> item.command().endsWith("customer"))
                    .extracting(item -> item.command() + " " + item.key())
                    .containsExactly(
                            "register-customer ravenstack:accounts:A-1",
                            "churn-customer ravenstack:churn:C-1",
                            "win-back-customer ravenstack:churn:C-2:back",
                            "churn-customer ravenstack:churn:C-2",
                            "win-back-customer ravenstack:subscriptions:S-2:back",
                            "churn-customer ravenstack:churn:C-3");
            assertThat(received.remarks).containsEntry("churn events of a reactivated account that was not away", 1);
        }

        @Test
        void contradictsItselfByName() throws SourceRefused {
            assertThat(read().remarks)
                    .containsEntry("usage rows dated before their subscription starts", 1)
                    .containsEntry("usage ids that occur again on a different row; both rows count", 1)
                    .containsEntry("churn events while a subscription of the same account stays open", 1)
                    .doesNotContainKey("accounts that show usage after their last churn event");
        }
    }

    @Test
    void tellsARowOfAnUnknownAccountOrSubscriptionWithItsLine() throws Exception {
        churn("C-1,A-2,2024-03-01,pricing,False,");
        write(
                "feature_usage",
                "usage_id,subscription_id,usage_date,feature_name,usage_count",
                "U-1,S-9,2024-02-01,feature_1,3");

        assertThat(read().problems)
                .extracting(problem -> problem.file() + ":" + problem.line() + " " + problem.code())
                .containsExactly(
                        "ravenstack_churn_events.csv:2 UNKNOWN_ACCOUNT",
                        "ravenstack_feature_usage.csv:2 UNKNOWN_SUBSCRIPTION");
    }

    @Test
    void losesNothingOfThePublicSetAndCountsItsContradictions() throws SourceRefused {
        assumeThat(PUBLIC_SET)
                .as("The public data set lies beside the repository.")
                .isDirectory();
        new RavenStackMapping().read(SourceFiles.in(PUBLIC_SET), received);

        assertThat(received.problems).isEmpty();
        assertThat(count("register-customer")).isEqualTo(500);
        assertThat(count("sell-license")).isEqualTo(5_000);
        assertThat(count("renew-license"))
                .isEqualTo(12_524
                        - received.remarks.get("billing periods that begin while the account is away: not renewed"));
        assertThat(count("cancel-license"))
                .isEqualTo(
                        486 - received.remarks.get("subscriptions that end while they are not renewed: over before"));
        assertThat(count("report-usage-day")).isEqualTo(24_111);
        assertThat(count("churn-customer")).isEqualTo(600);
        assertThat(count("open-ticket")).isEqualTo(2_000);
        assertThat(count("close-ticket")).isEqualTo(2_000);
        assertThat(count("escalate-ticket")).isEqualTo(95);
        assertThat(count("rate-ticket")).isEqualTo(2_000 - 825);
        assertThat(received.items).extracting(ImportItem::key).doesNotHaveDuplicates();
        assertThat(received.remarks)
                .containsEntry("usage rows dated before their subscription starts", 19_142)
                .containsEntry("usage rows dated before the account signed up", 13_198)
                .containsEntry("usage rows dated after their subscription's end", 290)
                .containsEntry("usage ids that occur again on a different row; both rows count", 21)
                .containsEntry("tickets submitted before the account signed up", 1_077)
                .containsEntry("accounts with churn_flag true; it has no date and is left out", 110)
                .containsEntry("accounts with a churn event", 352)
                .containsEntry("accounts with both a churn_flag and a churn event", 75)
                .containsEntry("churn events while a subscription of the same account stays open", 545)
                .containsEntry("accounts that show usage after their last churn event", 295)
                .containsEntry("accounts with two or more churn events", 175);
    }

    private long count(String command) {
        return received.items.stream()
                .filter(item -> item.command().equals(command))
                .count();
    }

    private ReceivedItems read() throws SourceRefused {
        new RavenStackMapping().read(SourceFiles.in(directory), received);
        return received;
    }

    private String body(String command) throws SourceRefused {
        return read().items.stream()
                .filter(item -> item.command().equals(command))
                .findFirst()
                .orElseThrow()
                .body()
                .toString();
    }

    private void churn(String... rows) throws IOException {
        var lines = new ArrayList<>(
                List.of("churn_event_id,account_id,churn_date,reason_code,is_reactivation,feedback_text"));
        lines.addAll(List.of(rows));
        write("churn_events", lines.toArray(String[]::new));
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(directory.resolve("ravenstack_" + file + ".csv"), String.join("\r\n", lines) + "\r\n");
    }
}
