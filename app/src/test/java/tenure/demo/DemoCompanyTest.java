package tenure.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenure.app.demo.DemoCompany;
import tenure.command.imports.ImportItem;

/** What the demo company is made of, before anything of it is sent. */
class DemoCompanyTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-11");
    private static final List<ImportItem> COMMANDS = DemoCommands.of(new DemoCompany(DemoCompany.USUAL_SEED, DAY));

    @Test
    void isTheSameByteForByteForTheSameSeedAndDay() {
        assertThat(digest(DemoCommands.of(new DemoCompany(DemoCompany.USUAL_SEED, DAY))))
                .isEqualTo(digest(COMMANDS));
    }

    @Test
    void isAnotherOneForAnotherSeedOrDay() {
        var otherSeed = DemoCommands.of(new DemoCompany(DemoCompany.USUAL_SEED + 1, DAY));
        var otherDay = DemoCommands.of(new DemoCompany(DemoCompany.USUAL_SEED, DAY.plusDays(1)));

        assertThat(digest(otherSeed)).isNotEqualTo(digest(COMMANDS));
        assertThat(digest(otherDay)).isNotEqualTo(digest(COMMANDS));
    }

    @Test
    void isAsLargeAsAPageNeeds() {
        assertThat(COMMANDS).hasSizeBetween(100_000, 200_000);
    }

    @Test
    void givesEveryCommandAKeyOfItsOwn() {
        assertThat(COMMANDS).extracting(ImportItem::key).doesNotHaveDuplicates();
    }

    @Test
    void tellsWhatBelongsTogetherInTheOrderOfTimeAndNothingThatLiesAhead() {
        var times = COMMANDS.stream()
                .collect(groupingBy(ImportItem::subject, mapping(DemoCompanyTest::occurredAt, toList())));

        assertThat(times).hasSize(61); // sixty customers and the catalog
        assertThat(times.values()).allSatisfy(ofOne -> assertThat(ofOne).isSorted());
        assertThat(COMMANDS).allSatisfy(item -> assertThat(occurredAt(item)).isBefore(DAY + "T00:00:00Z"));
    }

    @Test
    void isAliveOnItsLastWeekday() {
        var lastDay = Instant.parse(DAY.minusDays(1) + "T00:00:00Z");

        assertThat(COMMANDS.stream()
                        .filter(item -> item.command().equals("record-log-on"))
                        .filter(item -> !occurredAt(item).isBefore(lastDay)))
                .hasSizeGreaterThan(200);
    }

    @Test
    void knowsItsPeopleByIdsOnly() {
        assertThat(COMMANDS.stream()
                        .filter(item -> item.command().equals("invite-user"))
                        .map(ImportItem::body))
                .hasSizeGreaterThan(1_000)
                .allSatisfy(body -> assertThat(body.propertyNames())
                        .containsExactlyInAnyOrder("userId", "customerId", "department", "role", "occurredAt"))
                .allSatisfy(body -> assertThat(body.get("userId").asString()).matches("[a-z-]+-u[0-9]{2}"));
    }

    private static Instant occurredAt(ImportItem item) {
        return Instant.parse(item.body().get("occurredAt").asString());
    }

    private static String digest(List<ImportItem> commands) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            commands.forEach(item -> digest.update("%s %s %s%n"
                    .formatted(item.command(), item.key(), item.body())
                    .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
