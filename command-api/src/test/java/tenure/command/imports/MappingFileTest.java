package tenure.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFileTest {

    private static final String CUSTOMERS = """
            {"name":"acme","zone":"Europe/Berlin","files":[{"file":"customers","separator":";","rows":[
              {"command":"register-customer","key":["id"],"body":{
                "customerId":"id","name":"company","registeredOn":{"column":"since","format":"dd.MM.yyyy"},
                "profile":{"industry":"industry"}}}]}]}
            """;

    @TempDir
    private Path directory;

    private final ReceivedItems received = new ReceivedItems();

    @Nested
    class ARow {
        @Test
        void becomesTheCommandThatItMeans() throws Exception {
            write(
                    "customers.csv",
                    "id;company;since;industry",
                    "K-1;Müller; 01.02.2024 ;",
                    "K-2;\"A; B\";31.12.2023;Retail");

            assertThat(read(CUSTOMERS).items)
                    .extracting(item -> item.subject() + " " + item.body())
                    .containsExactly(
                            "K-1 {\"customerId\":\"K-1\",\"name\":\"Müller\",\"registeredOn\":\"2024-02-01\"}",
                            "K-2 {\"customerId\":\"K-2\",\"name\":\"A; B\",\"registeredOn\":\"2023-12-31\","
                                    + "\"profile\":{\"industry\":\"Retail\"}}");
        }

        @Test
        void hasAKeyOfItsKeyColumnsAlone() throws Exception {
            write("customers.csv", "id;company;since;industry", "K-1;Müller;01.02.2024;");
            String before = read(CUSTOMERS).items.getFirst().key();
            write("customers.csv", "industry;id;company;since", ";K-1;Maier;01.02.2024", ";K-2;Maier;01.02.2024");
            received.items.clear();

            assertThat(before).matches("acme:customers:register-customer:[0-9a-f]{32}");
            assertThat(read(CUSTOMERS).items)
                    .extracting(ImportItem::key)
                    .startsWith(before)
                    .doesNotHaveDuplicates();
        }

        @Test
        void thatIsBrokenIsToldWithLineAndColumnWhileTheOthersGoOn() throws Exception {
            write(
                    "customers.csv",
                    "id;company;since;industry",
                    "K-1;Müller;30.02.2024;",
                    "K-2;Maier;2024-02-01;",
                    "K-3;Maier;01.02.1024;",
                    "K-4;Maier;01.02.2024;");

            assertThat(read(CUSTOMERS).problems)
                    .extracting(problem -> problem.line() + " " + problem.code() + " " + problem.reason())
                    .containsExactly(
                            "2 BAD_DATE since: '30.02.2024' is no date or time written as dd.MM.yyyy.",
                            "3 BAD_DATE since: '2024-02-01' is no date or time written as dd.MM.yyyy.",
                            "4 OUT_OF_RANGE since: The year must lie between 1900 and 2199.");
            assertThat(received.items).hasSize(1);
        }

        @Test
        void meansNothingWhenNoRuleWantsItAndThatIsRemarked() throws Exception {
            write("a.csv", "id,day,left", "K-1,2024-01-01,", "K-2,2024-01-01,yes", "K-3,2024-01-01,no");

            assertThat(read(churned("{\"column\":\"left\",\"is\":[\"yes\",\"oui\"]}")).items)
                    .extracting(ImportItem::line)
                    .containsExactly(3L);
            assertThat(received.remarks).containsEntry("rows that no rule of the mapping wants", 2);
        }

        @Test
        void isWantedWhenAllConditionsHold() throws Exception {
            write("a.csv", "id,day,left", "K-1,2024-01-01,", "K-2,2024-01-01,yes", "K-3,2024-01-01,no");

            assertThat(read(churned("[{\"column\":\"left\",\"present\":true},{\"column\":\"left\",\"isNot\":\"no\"}]"))
                            .items)
                    .extracting(ImportItem::line)
                    .containsExactly(3L);
        }

        @Test
        void isSentInTheOrderOfTimeWhereAsked() throws Exception {
            write("a.csv", "id,day,left", "K-1,2024-03-01,x", "K-2,2024-01-01,x", "K-3,2024-02-01,x");

            assertThat(read(churned("{\"column\":\"left\",\"present\":true}")
                                    .replace("\"file\":\"a\"", "\"file\":\"a\",\"order\":\"day\""))
                            .items)
                    .extracting(ImportItem::subject)
                    .containsExactly("K-2", "K-3", "K-1");
        }
    }

    @Nested
    class ACell {
        @Test
        void isATimeOfItsZoneUnlessItHasAnOffset() throws Exception {
            assertThat(time("\"at\"", "2024-07-01 09:30:00")).isEqualTo("2024-07-01T07:30:00Z");
            assertThat(time("\"at\"", "2024-01-01")).isEqualTo("2023-12-31T23:00:00Z");
            assertThat(time("\"at\"", "2024-07-01T09:30:00+05:00")).isEqualTo("2024-07-01T04:30:00Z");
            assertThat(time(
                            "{\"column\":\"at\",\"format\":\"d MMM yyyy h:mm a\",\"zone\":\"America/New_York\"}",
                            "1 jul 2024 9:30 PM"))
                    .isEqualTo("2024-07-02T01:30:00Z");
        }

        @Test
        void isNoTimeInTheHourThatTheClockSkips() throws Exception {
            assertThat(time("\"at\"", "2024-03-31 02:30:00"))
                    .isEqualTo("BAD_TIME at: does not exist in Europe/Berlin, where the clock was put forward.");
        }

        @Test
        void isAnAmountInItsSmallestUnitPerSeat() throws Exception {
            var price = "{\"column\":\"price\",\"decimal\":\",\",\"minorUnits\":2,\"dividedBy\":\"seats\"}";
            assertThat(price(price, "\"1.000,50\"", "5")).isEqualTo("20010");
            assertThat(price(price, "80", "4")).isEqualTo("2000");
            assertThat(price(price, "\"10,00\"", "3"))
                    .isEqualTo("NOT_EXACT price: cannot be divided by seats without a rest.");
            assertThat(price(price, "10.5", "1")).startsWith("BAD_NUMBER price");
            assertThat(price("\"price\"", "10.5", "1")).isEqualTo("NOT_EXACT price: must be a whole number.");
            assertThat(price("\"price\"", "1e9", "1")).startsWith("BAD_NUMBER price");
        }

        @Test
        void isAWordForAnother() throws Exception {
            var words = "{\"column\":\"plan\",\"words\":{\"Gold\":\"pro\"}}";
            assertThat(plan(words, "Gold")).isEqualTo("\"pro\"");
            assertThat(plan(words, "Tin")).isEqualTo("UNKNOWN_WORD plan: must be one of: Gold.");
            assertThat(plan(words.replace("}}", "},\"otherwise\":\"basic\"}"), "Tin"))
                    .isEqualTo("\"basic\"");
            assertThat(plan("{\"column\":\"plan\",\"default\":\"basic\"}", "")).isEqualTo("\"basic\"");
            assertThat(plan("\"plan\"", "")).isEmpty();
        }

        @Test
        void isReadInTheCharsetOfItsFile() throws Exception {
            Files.write(
                    directory.resolve("customers.csv"),
                    "id;company;since;industry\nK-1;Müller €;01.02.2024;\n".getBytes(Charset.forName("windows-1252")));

            assertThat(read(CUSTOMERS.replace("\"separator\"", "\"charset\":\"windows-1252\",\"separator\""))
                            .items
                            .getFirst()
                            .body()
                            .get("name")
                            .stringValue())
                    .isEqualTo("Müller €");
        }

        private String time(String spec, String cell) throws Exception {
            write("a.csv", "id,day,at", "K-1,2024-01-01," + cell);
            return found(
                            churned("{\"column\":\"id\",\"present\":true}")
                                    .replace("\"reasonCode\"", "\"occurredAt\":" + spec + ",\"reasonCode\""),
                            "occurredAt")
                    .replace("\"", "");
        }

        private String price(String spec, String price, String seats) throws Exception {
            write("s.csv", "id,price,seats,plan", "L-1," + price + "," + seats + ",x");
            return found(sale(spec, "\"plan\""), "pricePerSeatMinorUnits");
        }

        private String plan(String spec, String plan) throws Exception {
            write("s.csv", "id,price,seats,plan", "L-1,1,1," + plan);
            return found(sale("\"price\"", spec), "plan");
        }

        private String found(String mapping, String field) throws Exception {
            received.items.clear();
            received.problems.clear();
            read(mapping);
            return received.problems.isEmpty()
                    ? received.items.getFirst().body().path(field).toString()
                    : received.problems.getFirst().code() + " "
                            + received.problems.getFirst().reason();
        }
    }

    @Nested
    class AMapping {
        @Test
        void isRefusedWithEverythingThatIsWrongWithIt() {
            assertThatThrownBy(() -> read("""
                            {"name":"a b","zone":"Berlin","file":[],"files":[{"file":"a","rows":[
                              {"command":"register-custmer","body":{}},
                              {"command":"register-customer","body":{"customerID":"id","name":{"column":"n","fromat":"x"},
                                "registeredOn":{"column":"d","format":"dd.QQQQQQ.yyyy"}},"when":{"column":"x"}},
                              {"command":"cancel-license","body":{"licenseId":"l","effectiveOn":{"constant":7}}},
                              {"command":"cancel-license","body":{"licenseId":"l","effectiveOn":"d"}}]}]}
                            """))
                    .isInstanceOf(SourceRefused.class)
                    .hasMessageContainingAll(
                            "mapping.json cannot be used, nothing was sent:",
                            "there is no file; did you mean files?",
                            "name: use 1 to 64 of the characters",
                            "zone: a time zone such as Europe/Berlin is expected here.",
                            "files[0].rows[0]: there is no command register-custmer; did you mean register-customer?",
                            "files[0].rows[1].body: register-customer has no field customerID; did you mean customerId?",
                            "files[0].rows[1].body: register-customer needs the field customerId.",
                            "files[0].rows[1].body.name: there is no fromat",
                            "files[0].rows[1].body.registeredOn.format: dd.QQQQQQ.yyyy is no pattern",
                            "files[0].rows[1].when: one of is, isNot and present is expected besides column.",
                            "files[0].rows[2].body.effectiveOn.constant: effectiveOn holds a day such as",
                            "files[0].rows[3]: the rule before has the same command; give each of them a label");
        }

        @Test
        void isRefusedBeforeAnythingIsHandedOverWhenAFileOrAColumnIsMissing() throws Exception {
            assertThatThrownBy(() -> read(CUSTOMERS)).hasMessageContaining("has no file customers");
            write("customers.csv", "id;company", "K-1;Müller");
            assertThatThrownBy(() -> read(CUSTOMERS)).hasMessage("customers.csv lacks the columns industry, since.");
            assertThat(received.items).isEmpty();
        }

        @Test
        void thatIsNotJsonIsToldWhere() {
            assertThatThrownBy(() -> read("{\"name\":")).hasMessageContaining("Not JSON, at line 1");
        }

        @Test
        void mentionsFilesThatItDoesNotRead() throws Exception {
            write("customers.csv", "id;company;since;industry");
            write("other.csv", "a");

            assertThat(read(CUSTOMERS).remarks).containsEntry("files that the mapping does not read", 1);
        }
    }

    private static String churned(String when) {
        return """
                {"name":"acme","zone":"Europe/Berlin","files":[{"file":"a","rows":[
                  {"command":"churn-customer","when":%s,"body":{
                    "customerId":"id","churnedOn":"day","reasonCode":{"constant":"unknown"}}}]}]}
                """.formatted(when);
    }

    private static String sale(String price, String plan) {
        return """
                {"name":"acme","files":[{"file":"s","rows":[{"command":"sell-license","key":["id"],"body":{
                  "licenseId":"id","customerId":{"constant":"K-1"},"product":{"constant":"p"},"plan":%s,
                  "seats":"seats","pricePerSeatMinorUnits":%s,"currency":{"constant":"EUR"},
                  "startsOn":{"constant":"2024-01-01"},"endsOn":{"constant":"2025-01-01"},
                  "autoRenew":{"constant":true}}}]}]}
                """.formatted(plan, price);
    }

    private ReceivedItems read(String mapping) throws SourceRefused, IOException {
        Path file = Files.createDirectories(directory.resolve("mappings")).resolve("mapping.json");
        Files.writeString(file, mapping);
        SourceMappings.named(file.toString()).read(SourceFiles.in(directory), received);
        return received;
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(directory.resolve(file), String.join("\n", List.of(lines)) + "\n");
    }
}
