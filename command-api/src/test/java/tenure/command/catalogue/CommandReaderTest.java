package tenure.command.catalogue;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenure.command.problem.FieldError;
import tenure.command.problem.ProblemException;
import tenure.domain.customer.CustomerCommand.RegisterCustomer;
import tenure.domain.customer.CustomerId;
import tenure.domain.funnel.FunnelCommand.DefineFunnel;
import tenure.domain.license.LicenseCommand.SellLicense;
import tenure.domain.risk.RiskModelCommand.PublishRiskModel;
import tenure.domain.risk.RiskSignal;
import tenure.domain.risk.WhenMissing;
import tenure.domain.segment.SegmentCommand.DefineSegment;
import tenure.domain.shared.Decimal;
import tenure.domain.shared.Label;
import tenure.domain.support.TicketCommand.ClassifyTicket;
import tenure.domain.support.TicketKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CommandReaderTest {

    private static final Instant RECEIVED = Instant.parse("2026-05-01T10:00:00Z");
    private static final CommandCatalogue CATALOGUE = CommandCatalogue.ofTheDomain();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "licenseId              | \"a/b\"                  | /licenseId              | BAD_ID",
                "licenseId              | \"\"                     | /licenseId              | BAD_ID",
                "licenseId              | 7                        | /licenseId              | WRONG_TYPE",
                "licenseId              | null                     | /licenseId              | WRONG_TYPE",
                "licenseId              | {\"value\":\"x\"}        | /licenseId              | WRONG_TYPE",
                "product                | \"\"                     | /product                | TOO_SHORT",
                "product                | \"a\\u0000b\"            | /product                | BAD_CHARACTER",
                "product                | \"a\\ud800\"             | /product                | BAD_CHARACTER",
                "product                | \"a\\nb\"                | /product                | BAD_CHARACTER",
                "seats                  | \"5\"                    | /seats                  | WRONG_TYPE",
                "seats                  | 5.0                      | /seats                  | WRONG_TYPE",
                "seats                  | 5e0                      | /seats                  | WRONG_TYPE",
                "seats                  | 1e400                    | /seats                  | WRONG_TYPE",
                "seats                  | true                     | /seats                  | WRONG_TYPE",
                "seats                  | 0                        | /seats                  | OUT_OF_RANGE",
                "seats                  | -1                       | /seats                  | OUT_OF_RANGE",
                "seats                  | 2147483648               | /seats                  | OUT_OF_RANGE",
                "seats                  | 99999999999999999999999  | /seats                  | OUT_OF_RANGE",
                "pricePerSeatMinorUnits | 100000000001             | /pricePerSeatMinorUnits | OUT_OF_RANGE",
                "currency               | \"EURO\"                 | /currency               | UNKNOWN_CURRENCY",
                "startsOn               | \"2026-02-30\"           | /startsOn               | BAD_DATE",
                "startsOn               | \"2026-2-3\"             | /startsOn               | BAD_DATE",
                "startsOn               | \"+10000-01-01\"         | /startsOn               | BAD_DATE",
                "startsOn               | \"0001-01-01\"           | /startsOn               | OUT_OF_RANGE",
                "startsOn               | [2026,2,3]               | /startsOn               | WRONG_TYPE",
                "endsOn                 | \"2026-01-15\"           | /endsOn                 | TERM_WITHOUT_DAYS",
                "autoRenew              | 1                        | /autoRenew              | WRONG_TYPE",
                "autoRenew              | \"true\"                 | /autoRenew              | WRONG_TYPE",
                "occurredAt             | \"2026-01-31T09:30:00\"  | /occurredAt             | BAD_TIME",
                "occurredAt             | 1769851800               | /occurredAt             | WRONG_TYPE",
                "occurredAt             | \"2026-01-31T25:00:00Z\" | /occurredAt             | BAD_TIME",
                "occurredAt             | null                     | /occurredAt             | WRONG_TYPE",
                "seatz                  | 5                        | /seatz                  | UNKNOWN_FIELD",
                "role                   | \"admin\"                | /role                   | UNKNOWN_FIELD"
            })
    void pointsToWhatIsWrong(String field, String value, String pointer, String code) {
        ObjectNode body = example("sell-license").set(field, StrictJson.parse(value.getBytes(UTF_8)));

        FieldError error = problemOf("sell-license", body).problem().errors().getFirst();

        assertThat(error.pointer()).isEqualTo(pointer);
        assertThat(error.code()).isEqualTo(code);
    }

    @Test
    void saysWhatMayHaveBeenMeant() {
        ObjectNode body = example("sell-license").put("custmerId", "acme");

        assertThat(problemOf("sell-license", body).problem().errors().getFirst().detail())
                .contains("customerId");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        ObjectNode body =
                example("sell-license").put("seats", 0).put("currency", "X").put("more", 1);
        body.remove("plan");

        assertThat(problemOf("sell-license", body).problem().errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/more", "/plan", "/seats", "/currency");
    }

    @Test
    void pointsIntoMapsAndLists() {
        ObjectNode customer = example("register-customer");
        customer.putObject("profile").put("a~b/c", 1);
        ObjectNode funnel = example("define-funnel");
        ((ObjectNode) funnel.get("steps").get(1)).put("event", "license.sould");

        assertThat(problemOf("register-customer", customer)
                        .problem()
                        .errors()
                        .getFirst()
                        .pointer())
                .isEqualTo("/profile/a~0b~1c");
        assertThat(problemOf("define-funnel", funnel)
                        .problem()
                        .errors()
                        .getFirst()
                        .pointer())
                .isEqualTo("/steps/1/event");
    }

    @Test
    void takesOnlySoManyEntries() {
        ObjectNode body = example("report-usage-day");
        ObjectNode features = body.putObject("features");
        for (int feature = 0; feature <= 1_000; feature++) {
            features.put("f" + feature, 1);
        }
        assertThat(problemOf("report-usage-day", body)
                        .problem()
                        .errors()
                        .getFirst()
                        .code())
                .isEqualTo("TOO_MANY");

        features.remove("f0");
        assertThat(read("report-usage-day", body)).isNotNull();
    }

    @Test
    void takesAnythingButAnObjectForWrong() {
        assertThat(problemOf("sell-license", StrictJson.parse("[]".getBytes(UTF_8)))
                        .problem()
                        .errors()
                        .getFirst()
                        .code())
                .isEqualTo("WRONG_TYPE");
    }

    @Test
    void fillsInTheMomentOfReceiptAndWhatElseMayBeLeftOut() {
        ObjectNode body = example("register-customer");
        body.remove("profile");
        body.remove("occurredAt");

        assertThat(read("register-customer", body))
                .isEqualTo(new RegisterCustomer(
                        new CustomerId("acme"),
                        new Label("Acme GmbH"),
                        LocalDate.of(2026, 1, 15),
                        Map.of(),
                        Instant.parse("2026-01-15T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "report-usage-day,  day,          2026-02-03, 2026-02-03T23:59:59Z",
        "report-usage-day,  day,          2026-05-01, 2026-05-01T10:00:00Z",
        "register-customer, registeredOn, 2026-01-15, 2026-01-15T00:00:00Z",
        "register-customer, registeredOn, 2026-05-01, 2026-05-01T00:00:00Z",
        "register-customer, registeredOn, 2026-05-02, 2026-05-01T10:00:00Z",
        "churn-customer,    churnedOn,    2026-02-03, 2026-02-03T00:00:00Z",
        "sell-license,      startsOn,     2026-02-03, 2026-02-03T00:00:00Z",
        "renew-license,     startsOn,     2026-02-03, 2026-02-03T00:00:00Z",
        "change-seats,      effectiveOn,  2026-02-03, 2026-02-03T00:00:00Z",
        "cancel-license,    effectiveOn,  2026-02-03, 2026-02-03T00:00:00Z",
    })
    void takesTheDayOfTheCommandForTheTimeThatIsMissingButNeverOneAfterTheReceipt(
            String command, String field, String day, Instant expected) throws ReflectiveOperationException {
        ObjectNode body = example(command).put(field, day);
        body.remove("occurredAt");

        Object read = read(command, body);

        assertThat(read.getClass().getMethod("occurredAt").invoke(read)).isEqualTo(expected);
    }

    @Test
    void takesTheMomentOfReceiptWhenTheCommandHasNoDay() {
        ObjectNode body = example("define-funnel");
        body.remove("occurredAt");

        assertThat(((DefineFunnel) read("define-funnel", body)).occurredAt()).isEqualTo(RECEIVED);
    }

    @Test
    void tellsABadDayOnceEvenWhenTheTimeIsTakenFromIt() {
        ObjectNode body = example("report-usage-day").put("day", "2026-02-30");
        body.remove("occurredAt");

        assertThat(problemOf("report-usage-day", body).problem().errors())
                .extracting(FieldError::pointer)
                .containsExactly("/day");
    }

    @Test
    void takesTimesOfAnyOffsetToTheMicrosecond() {
        ObjectNode body = example("sell-license").put("occurredAt", "2026-01-31T09:30:00.123456789+02:00");

        assertThat(((SellLicense) read("sell-license", body)).occurredAt())
                .isEqualTo(Instant.parse("2026-01-31T07:30:00.123456Z"));
    }

    @Test
    void readsStepsWithTheirDefaults() {
        var funnel = (DefineFunnel) read("define-funnel", example("define-funnel"));

        assertThat(funnel.steps().getFirst().atLeast().value()).isEqualTo(1);
        assertThat(funnel.steps().getLast().toDay()).isNull();
        assertThat(funnel.steps().getLast().absent()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.25,0.25", "28,28", "-1.50,-1.5", "1e2,100", "2.5E-1,0.25", "0e999999999,0", "1.00e-6,0.000001"})
    void readsDecimalsExactly(String sent, String expected) {
        var model = (PublishRiskModel) read("publish-risk-model", riskModel("poor", sent));

        assertThat(model.signals().getFirst().poor().value()).isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "poor        | 1e400             | OUT_OF_RANGE",
                "poor        | 1e999999999       | OUT_OF_RANGE",
                "poor        | -1e999999999      | OUT_OF_RANGE",
                "poor        | 1000000000        | OUT_OF_RANGE",
                "poor        | 99999999999999999999999 | OUT_OF_RANGE",
                "poor        | 0.0000001         | TOO_PRECISE",
                "poor        | 1e-999999999      | TOO_PRECISE",
                "poor        | \"0.5\"         | WRONG_TYPE",
                "poor        | null              | WRONG_TYPE",
                "poor        | [1]               | WRONG_TYPE",
                "good        | 0.20              | SAME_AS_POOR",
                "weight      | 0.5               | WRONG_TYPE",
                "whenMissing | \"Skip\"        | UNKNOWN_WORD",
                "whenMissing | null              | WRONG_TYPE",
                "signal      | \"a b\"         | BAD_ID"
            })
    void pointsIntoTheSignalsOfARiskModel(String field, String value, String code) {
        FieldError error = problemOf("publish-risk-model", riskModel(field, value))
                .problem()
                .errors()
                .getFirst();

        assertThat(error.pointer()).isEqualTo("/signals/0/" + field);
        assertThat(error.code()).isEqualTo(code);
    }

    @Test
    void readsWordsWithTheirDefaultsInsideLists() {
        var model = (PublishRiskModel) read("publish-risk-model", example("publish-risk-model"));

        assertThat(model.signals())
                .extracting(RiskSignal::whenMissing)
                .containsExactly(WhenMissing.SKIP, WhenMissing.POOR);
        assertThat(model.caps().getFirst().atOrBelow()).isEqualTo(Decimal.of("0.05"));
    }

    @Test
    void readsListsInsideLists() {
        ObjectNode segment = example("define-segment");
        ((ObjectNode) segment.get("conditions").get(1))
                .putArray("values")
                .add("50")
                .add(7);

        assertThat(problemOf("define-segment", segment).problem().errors())
                .extracting(FieldError::pointer)
                .containsExactly("/conditions/1/values/1");

        segment.remove("conditions");
        assertThat(((DefineSegment) read("define-segment", segment)).conditions())
                .isEmpty();
    }

    @Test
    void takesNullForWhatIsNotKnown() {
        ObjectNode ticket = example("classify-ticket").putNull("level").putNull("feature");
        ticket.remove("customerId");

        var classified = (ClassifyTicket) read("classify-ticket", ticket);

        assertThat(classified.kind()).isEqualTo(TicketKind.DEFECT);
        assertThat(classified.level()).isNull();
        assertThat(classified.customerId()).isNull();
        assertThat(problemOf("classify-ticket", ticket.putNull("kind"))
                        .problem()
                        .errors())
                .containsExactly(new FieldError("", "MISSING", "Tell at least one of kind, feature and level."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2}    | DUPLICATE_FIELD",
                "{\"a\":1} {}         | TRAILING_CONTENT",
                "{\"a\":1}x           | MALFORMED_JSON",
                "{\"a\":              | MALFORMED_JSON",
                "{\"a\":NaN}          | MALFORMED_JSON",
                "{\"a\":Infinity}     | MALFORMED_JSON",
                "{'a':1}              | MALFORMED_JSON",
                "{\"a\":1,}           | MALFORMED_JSON",
                "{\"a\":01}           | MALFORMED_JSON",
                "{} // comment        | MALFORMED_JSON",
                "``                   | EMPTY"
            })
    void takesNoJsonThatIsNotStrict(String text, String code) {
        assertThat(codeOf(text.getBytes(UTF_8))).isEqualTo(code);
    }

    @Test
    void takesNoJsonThatIsTooDeepOrTooLongOrNotUtf8() {
        assertThat(codeOf("[".repeat(100_000).getBytes(UTF_8))).isEqualTo("TOO_DEEP");
        assertThat(codeOf(("[".repeat(65) + "]".repeat(65)).getBytes(UTF_8))).isEqualTo("TOO_DEEP");
        assertThat(StrictJson.parse(("[".repeat(64) + "]".repeat(64)).getBytes(UTF_8))
                        .isArray())
                .isTrue();
        assertThat(codeOf(("{\"a\":" + "9".repeat(1_000) + "}").getBytes(UTF_8)))
                .isEqualTo("OUT_OF_RANGE");
        assertThat(codeOf("{}".getBytes(UTF_16LE))).isEqualTo("MALFORMED_JSON");
        assertThat(codeOf("\uFEFF{}".getBytes(UTF_8))).isEqualTo("BYTE_ORDER_MARK");
        assertThat(codeOf(new byte[] {'{', '"', (byte) 0xC3, '"', '}'})).isEqualTo("NOT_UTF_8");
    }

    @Test
    void pointsToTheDuplicate() {
        assertThat(strict("{\"a\":{\"b\":1,\"b\":2}}".getBytes(UTF_8))
                        .problem()
                        .errors()
                        .getFirst()
                        .pointer())
                .isEqualTo("/a/b");
    }

    @Test
    void writesEqualContentAsEqualText() {
        assertThat(StrictJson.canonical(StrictJson.parse("{\"b\":[{\"d\":1,\"c\":2}],\"a\":1}".getBytes(UTF_8))))
                .isEqualTo("{\"a\":1,\"b\":[{\"c\":2,\"d\":1}]}");
    }

    private static String codeOf(byte[] document) {
        return strict(document).problem().errors().getFirst().code();
    }

    private static ProblemException strict(byte[] document) {
        return catchThrowableOfType(ProblemException.class, () -> StrictJson.parse(document));
    }

    private static ProblemException problemOf(String command, JsonNode body) {
        return catchThrowableOfType(ProblemException.class, () -> read(command, body));
    }

    private static Object read(String command, JsonNode body) {
        return new CommandReader().read(CATALOGUE.named(command), body, RECEIVED);
    }

    /** The example with another value in its first signal, read like the body of a request. */
    private static ObjectNode riskModel(String field, String value) {
        ObjectNode model = example("publish-risk-model");
        ((ObjectNode) model.get("signals").get(0)).set(field, StrictJson.parse(value.getBytes(UTF_8)));
        return model;
    }

    private static ObjectNode example(String command) {
        return (ObjectNode) CATALOGUE.named(command).example().deepCopy();
    }
}
