package tenure.command.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.catalogue.CommandReader;

class CrmsimMappingTest {

    private static final Path PUBLIC_SET = Path.of("../../shared/data/crmsim_public");

    @TempDir
    private Path directory;

    private final ReceivedItems recording = new ReceivedItems();

    @BeforeEach
    void writeOneAccount() throws IOException {
        write("accounts.csv", "account_id,signup_date,channel,region,founded_date", "A,2022-01-31,web,,2019-10-08");
        write(
                "subscriptions.csv",
                "account_id,plan,start_date,end_date,mrr,seats,bill_period_months,discount",
                "A,std,2022-01-31,2022-03-03,500.0,25,1,0.0",
                "A,std,2022-03-03,2022-04-20,500.0,25,12,0.0");
        write("churn.csv", "account_id,churn_date", "A,2022-04-20");
        write(
                "usage_daily.csv",
                "account_id,date,active_users,events,add_lead,search,win_value,lose_value",
                "A,2022-01-31,2,7,0,7,1.5,0",
                "A,2022-03-03,1,3,3,0,0,0");
    }

    @Nested
    class TheStoryOfAnAccount {
        @Test
        void isToldInTheOrderOfTime() throws SourceRefused {
            assertThat(read().items)
                    .extracting(ImportItem::key)
                    .containsExactly(
                            "crmsim:accounts:A",
                            "crmsim:terms:A:2022-01-31",
                            "crmsim:usage:A:2022-01-31",
                            "crmsim:terms:A:2022-03-03",
                            "crmsim:usage:A:2022-03-03",
                            "crmsim:cancellation:A",
                            "crmsim:churn:A");
        }

        @Test
        void namesWhatIsKnown() throws SourceRefused {
            assertThat(body("crmsim:accounts:A"))
                    .isEqualTo("{\"customerId\":\"A\",\"name\":\"A\",\"registeredOn\":\"2022-01-31\","
                            + "\"profile\":{\"channel\":\"web\",\"foundedOn\":\"2019-10-08\"},"
                            + "\"occurredAt\":\"2022-01-31T00:00:00Z\"}");
            assertThat(body("crmsim:usage:A:2022-01-31"))
                    .isEqualTo("{\"customerId\":\"A\",\"day\":\"2022-01-31\",\"activeUsers\":2,\"actions\":7,"
                            + "\"features\":{\"search\":7},\"occurredAt\":\"2022-01-31T23:59:59Z\"}");
        }

        @Test
        void sellsATermToTheEndItWasSoldToEvenIfItWasCut() throws SourceRefused {
            assertThat(body("crmsim:terms:A:2022-01-31")).contains("\"endsOn\":\"2022-03-03\"");
            assertThat(body("crmsim:terms:A:2022-03-03"))
                    .contains("\"endsOn\":\"2023-03-03\"", "\"pricePerSeatMinorUnits\":2000");
        }

        @Test
        void hasNoCancellationWhenItLeavesAtTheEndOfATerm() throws Exception {
            write("churn.csv", "account_id,churn_date", "A,2023-03-03");

            assertThat(read().items).extracting(ImportItem::command).doesNotContain("cancel-license");
        }

        @Test
        void isTheSameWhenTheUsageIsNotSorted() throws Exception {
            write(
                    "usage_daily.csv",
                    "account_id,date,active_users,events,search",
                    "A,2022-03-03,1,3,3",
                    "B,2022-03-03,1,3,3",
                    "A,2022-01-31,2,7,7");

            assertThat(read().items)
                    .extracting(ImportItem::key)
                    .containsOnlyOnce("crmsim:accounts:A", "crmsim:churn:A", "crmsim:usage:A:2022-01-31")
                    .containsSubsequence("crmsim:accounts:A", "crmsim:terms:A:2022-01-31", "crmsim:terms:A:2022-03-03");
        }
    }

    @Nested
    class ABrokenRow {
        @Test
        void isToldWithItsLineWhileTheOthersGoOn() throws Exception {
            write(
                    "usage_daily.csv",
                    "account_id,date,active_users,events,search",
                    "A,2022-01-31,2,7,7",
                    "A,2022-02-30,2,7,7",
                    "A,2022-02-01,x,7,7",
                    "A,2022-02-02,2,7",
                    "A,2022-02-03,2,7,7,7",
                    "A,2022-02-04,2,-7,7",
                    "\u0001\u0002garbage",
                    "A,2022-02-05,2,7,7");

            assertThat(read().problems)
                    .extracting(problem -> problem.line() + " " + problem.code())
                    .containsExactly(
                            "3 BAD_DATE",
                            "4 BAD_NUMBER",
                            "5 COLUMN_COUNT",
                            "6 COLUMN_COUNT",
                            "7 BAD_NUMBER",
                            "8 COLUMN_COUNT");
            assertThat(recording.items)
                    .extracting(ImportItem::key)
                    .contains("crmsim:usage:A:2022-01-31", "crmsim:usage:A:2022-02-05");
        }

        @Test
        void isAPriceThatCannotBeSplitIntoCents() throws Exception {
            write(
                    "subscriptions.csv",
                    "account_id,plan,start_date,end_date,mrr,seats,bill_period_months",
                    "A,std,2022-01-31,2022-02-28,100,3,1",
                    "A,std,2022-02-28,2022-03-28,100,0,1");

            assertThat(read().problems)
                    .extracting(RowProblem::code)
                    .containsExactly("PRICE_NOT_EXACT", "PRICE_NOT_EXACT");
        }

        @Test
        void isALetterThatIsNotUtf8AndCostsOnlyThatRow() throws Exception {
            Files.write(
                    directory.resolve("churn.csv"),
                    "account_id,churn_date\nB\u00e9,2022-04-20\nA,2022-04-20\n".getBytes(ISO_8859_1));

            assertThat(read().problems)
                    .containsExactly(new RowProblem("churn.csv", 2, "NOT_UTF_8", "Holds something that is not UTF-8."));
            assertThat(recording.items).extracting(ImportItem::key).contains("crmsim:churn:A");
        }

        @Test
        void isADayThatNobodyCanCountWith() throws Exception {
            write(
                    "subscriptions.csv",
                    "account_id,plan,start_date,end_date,mrr,seats,bill_period_months",
                    "A,std,+999999999-12-31,+999999999-12-31,500,25,1",
                    "A,std,2200-01-01,2200-02-01,500,25,1",
                    "A,std,2022-01-31,2022-03-03,500.0,25,1");

            assertThat(read().problems)
                    .extracting(problem -> problem.line() + " " + problem.code())
                    .containsExactly("2 BAD_DATE", "3 OUT_OF_RANGE");
            assertThat(recording.items).extracting(ImportItem::key).contains("crmsim:terms:A:2022-01-31");
        }

        @Test
        void isAnIdThatCannotBePartOfACommand() throws Exception {
            write("churn.csv", "account_id,churn_date", "A B,2022-04-20");

            assertThat(read().problems)
                    .containsExactly(new RowProblem(
                            "churn.csv", 2, "BAD_ID", "account_id: Use 1 to 64 of the characters A-Z a-z 0-9 . _ -"));
        }

        @Test
        void isASecondRowOfAnAccount() throws Exception {
            write(
                    "accounts.csv",
                    "account_id,signup_date,channel,region,founded_date",
                    "A,2022-01-31,web,GA,2019-10-08",
                    "A,2022-02-01,web,GA,2019-10-08");

            assertThat(read().problems)
                    .containsExactly(new RowProblem("accounts.csv", 3, "TWICE", "The account A has a row already."));
        }
    }

    @Nested
    class ABrokenFile {
        @Test
        void isRefusedBeforeAnythingIsHandedOverWhenAColumnIsMissing() throws Exception {
            write("usage_daily.csv", "account_id,date,active_users", "A,2022-01-31,2");

            assertThatThrownBy(CrmsimMappingTest.this::read)
                    .isInstanceOf(SourceRefused.class)
                    .hasMessage("usage_daily.csv lacks the column events.");
            assertThat(recording.items).isEmpty();
        }

        @Test
        void isRefusedWhenItIsMissingOrEmptyOrNotPacked() throws Exception {
            Files.delete(directory.resolve("churn.csv"));
            assertThatThrownBy(CrmsimMappingTest.this::read).hasMessageContaining("neither churn.csv.gz nor churn.csv");

            Files.createFile(directory.resolve("churn.csv"));
            assertThatThrownBy(CrmsimMappingTest.this::read).hasMessageContaining("churn.csv is empty");

            write("churn.csv.gz", "account_id,churn_date");
            assertThatThrownBy(CrmsimMappingTest.this::read).hasMessageContaining("churn.csv.gz cannot be read");
        }

        @Test
        void keepsTheRowsBeforeAQuoteThatIsNeverClosed() throws Exception {
            write(
                    "usage_daily.csv",
                    "account_id,date,active_users,events,search",
                    "A,2022-01-31,2,7,7",
                    "A,2022-02-01,\"2,7,7",
                    "A,2022-02-02,2,7,7");

            assertThat(read().problems)
                    .extracting(problem -> problem.line() + " " + problem.code())
                    .containsExactly("3 REST_UNREADABLE");
            assertThat(recording.items).extracting(ImportItem::key).contains("crmsim:usage:A:2022-01-31");
        }

        @Test
        void isRefusedWhenTheNameOfAColumnIsNotUtf8() throws Exception {
            Files.write(directory.resolve("churn.csv"), "account_id,churn_date,caf\u00e9\n".getBytes(ISO_8859_1));

            assertThatThrownBy(CrmsimMappingTest.this::read)
                    .hasMessage("churn.csv has a column whose name is not UTF-8.");
        }

        @Test
        void mayBeginWithAByteOrderMark() throws Exception {
            write("churn.csv", "\uFEFF\"account_id\",churn_date", "A,2022-04-20");
            Files.delete(directory.resolve("accounts.csv"));
            Files.write(
                    directory.resolve("accounts.csv.gz"),
                    packed("\uFEFFaccount_id,signup_date,channel,region,founded_date\nA,2022-01-31,web,,2019-10-08\n"));

            assertThat(read().problems).isEmpty();
            assertThat(recording.items).extracting(ImportItem::key).contains("crmsim:churn:A", "crmsim:accounts:A");
        }

        @Test
        void keepsTheRowsBeforeThePlaceWhereAnArchiveBreaksOff() throws Exception {
            List<String> lines = new ArrayList<>(List.of("account_id,date,active_users,events,search"));
            for (int day = 0; day < 5_000; day++) {
                var date = LocalDate.of(2022, 1, 31).plusDays(day);
                lines.add("A,%s,%d,%d,7".formatted(date, day * 7919L % 100_000, day * 104_729L % 1_000_000));
            }
            byte[] whole = packed(String.join("\n", lines));
            Files.delete(directory.resolve("usage_daily.csv"));
            Files.write(directory.resolve("usage_daily.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

            ReceivedItems read = read();

            long usage = read.items.stream()
                    .filter(item -> item.command().equals("report-usage-day"))
                    .count();
            assertThat(usage).isBetween(1_000L, 4_000L);
            assertThat(read.problems).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("REST_UNREADABLE");
                assertThat(problem.line()).isEqualTo(usage + 2);
            });
        }
    }

    @Test
    void readsTheWholePublicSetIntoCommandsThatCanBeRead() throws SourceRefused {
        assumeThat(PUBLIC_SET)
                .as("The public data set lies beside the repository.")
                .isDirectory();
        var catalogue = CommandCatalogue.ofTheDomain();
        var reader = new CommandReader();
        var counts = new TreeMap<String, Integer>();
        Set<String> keys = new HashSet<>();
        var problems = new ArrayList<RowProblem>();
        var last = new AtomicReference<ImportProgress>();

        new CrmsimMapping().read(SourceFiles.in(PUBLIC_SET), new SourceMapping.Receiver() {
            @Override
            public void item(ImportItem item) {
                reader.read(catalogue.named(item.command()), item.body(), Instant.EPOCH);
                counts.merge(item.command(), 1, Integer::sum);
                assertThat(keys.add(item.key())).as(item.key()).isTrue();
            }

            @Override
            public void problem(RowProblem problem) {
                problems.add(problem);
            }

            @Override
            public void remark(String text, String file, long line) {}

            @Override
            public void settle() {}

            @Override
            public void progress(ImportProgress progress) {
                last.set(progress);
            }
        });

        assertThat(problems).isEmpty();
        assertThat(counts)
                .containsEntry("register-customer", 472)
                .containsEntry("sell-license", 472)
                .containsEntry("renew-license", 3_485 - 472)
                .containsEntry("report-usage-day", 119_437)
                .containsEntry("churn-customer", 120);
        assertThat(last.get().rows()).isEqualTo(472 + 3_485 + 119_437 + 120);
        assertThat(last.get().bytesRead()).isEqualTo(last.get().bytesTotal());
    }

    private ReceivedItems read() throws SourceRefused {
        new CrmsimMapping().read(SourceFiles.in(directory), recording);
        return recording;
    }

    private String body(String key) throws SourceRefused {
        return read().items.stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow()
                .body()
                .toString();
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(directory.resolve(file), String.join("\n", lines) + "\n");
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
