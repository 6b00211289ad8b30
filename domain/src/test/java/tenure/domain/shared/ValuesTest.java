package tenure.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tenure.domain.customer.CustomerId;
import tenure.domain.funnel.FunnelId;
import tenure.domain.license.CurrencyCode;
import tenure.domain.license.LicenseId;
import tenure.domain.license.MinorUnits;
import tenure.domain.license.Seats;
import tenure.domain.license.Term;
import tenure.domain.risk.Health;
import tenure.domain.support.TicketId;
import tenure.domain.usage.FeatureName;

class ValuesTest {

    static Stream<Arguments> bad() {
        return Stream.of(
                bad("BAD_ID", () -> new CustomerId("")),
                bad("BAD_ID", () -> new CustomerId("a/b")),
                bad("BAD_ID", () -> new LicenseId("a".repeat(65))),
                bad("BAD_ID", () -> new FunnelId("é")),
                bad("BAD_ID", () -> new Code("a b")),
                bad("TOO_SHORT", () -> new Label("")),
                bad("TOO_LONG", () -> new Label("a".repeat(257))),
                bad("BAD_CHARACTER", () -> new Label("a\nb")),
                bad("BAD_CHARACTER", () -> new Label("a\u0000b")),
                bad("BAD_CHARACTER", () -> new Note("a\ud800b")),
                bad("BAD_CHARACTER", () -> new Note("\udc00")),
                bad("TOO_LONG", () -> new Note("a".repeat(4_001))),
                bad("OUT_OF_RANGE", () -> new Seats(0)),
                bad("OUT_OF_RANGE", () -> new Seats(10_000_001)),
                bad("OUT_OF_RANGE", () -> new MinorUnits(-1)),
                bad("OUT_OF_RANGE", () -> new Count(-1)),
                bad("OUT_OF_RANGE", () -> new WholeNumber(-1)),
                bad("OUT_OF_RANGE", () -> new Rating(0)),
                bad("OUT_OF_RANGE", () -> new Rating(6)),
                bad("OUT_OF_RANGE", () -> new Health(-1)),
                bad("OUT_OF_RANGE", () -> new Health(101)),
                bad("BAD_ID", () -> new TicketId("T 17")),
                bad("TOO_SHORT", () -> new FeatureName("")),
                bad("TOO_LONG", () -> new FeatureName("a".repeat(129))),
                bad("BAD_CHARACTER", () -> new FeatureName("a\nb")),
                bad("OUT_OF_RANGE", () -> Decimal.of("1000000000")),
                bad("OUT_OF_RANGE", () -> Decimal.of("-999999999.000001")),
                bad("OUT_OF_RANGE", () -> Decimal.of("1e400")),
                bad("OUT_OF_RANGE", () -> Decimal.of("1e2147483647")),
                bad("TOO_PRECISE", () -> Decimal.of("0.0000001")),
                bad("TOO_PRECISE", () -> Decimal.of("1e-2147483647")),
                bad("UNKNOWN_CURRENCY", () -> new CurrencyCode("EURO")),
                bad("UNKNOWN_CURRENCY", () -> new CurrencyCode("eur")),
                bad("TERM_WITHOUT_DAYS", () -> new Term(LocalDate.EPOCH, LocalDate.EPOCH)));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void areNotMadeOfWhatTheyMustNotHold(String code, ThrowingCallable making) {
        assertThat(catchThrowableOfType(InvalidValue.class, making).code()).isEqualTo(code);
    }

    @Test
    void areMadeOfWhatLiesOnTheLimit() {
        assertThat(new CustomerId("A.b_9-" + "x".repeat(58))).hasToString("customer/A.b_9-" + "x".repeat(58));
        assertThat(new Label("a".repeat(256)).value()).hasSize(256);
        assertThat(new Note("two\nlines \ud83d\ude00").value()).hasSize(12);
        assertThat(new Seats(10_000_000).value() * new MinorUnits(100_000_000_000L).value())
                .isPositive();
        assertThat(Decimal.of("-999999999").value()).hasToString("-999999999");
        assertThat(Decimal.of("0.000001").value()).hasToString("0.000001");
        assertThat(new Term(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1)).covers(LocalDate.EPOCH))
                .isTrue();
    }

    @Test
    void areEqualWhenTheirNumbersAre() {
        assertThat(Decimal.of("100")).isEqualTo(Decimal.of("1E2")).isEqualTo(Decimal.of("100.000"));
        assertThat(Decimal.of("0")).isEqualTo(Decimal.of("-0.00")).isEqualTo(Decimal.of("0e2147483647"));
        assertThat(Decimal.of("1E2").value()).hasToString("100");
    }

    private static Arguments bad(String code, ThrowingCallable making) {
        return Arguments.of(code, making);
    }
}
