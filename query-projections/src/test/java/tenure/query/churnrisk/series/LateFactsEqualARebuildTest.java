package tenure.query.churnrisk.series;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.usage.event.LoggedOn;
import tenure.query.churnrisk.RandomLives;
import tenure.query.churnrisk.model.DefaultModel;
import tenure.query.churnrisk.sweep.RiskDefinitions;
import tenure.query.churnrisk.timeline.TimelineFold;
import tenure.query.lifecycle.Lifecycles;
import tenure.query.lifecycle.Told;

/**
 * What is said of past days after a fact came late, was corrected or was taken back is what a Tenure says that was made
 * from nothing out of the same log: for every customer and every day.
 */
class LateFactsEqualARebuildTest {

    private static final int CUSTOMERS = 40;
    private static final int EACH_OF = 3;
    private static final int FIRST = (int) Lifecycles.FIRST_DAY.toEpochDay() - 30;
    private static final int LAST = FIRST + 1_200;
    private static final LocalDate LATE_ON = Lifecycles.FIRST_DAY.plusDays(200);

    private final List<Told> told = new ArrayList<>(RandomLives.told(37, CUSTOMERS));
    private RandomLives grown;
    private RiskBook book;

    @BeforeEach
    void grow() {
        grown = new RandomLives(told);
        book = RiskBooks.of(grown);
    }

    @AfterEach
    void close() {
        grown.close();
    }

    @Test
    void afterALateFactACorrectionAndARetraction() {
        var before = said(grown, book);
        assertThat(before).hasSizeGreaterThan(CUSTOMERS / 2);

        tell(lateFacts());
        var late = agrees("late facts");
        assertThat(differing(before, late))
                .as("customers of whom it was told late")
                .isNotEmpty();
        assertThat(touched()).containsAll(differing(before, late));

        tell(corrections());
        var corrected = agrees("corrections");
        assertThat(differing(late, corrected)).as("corrected ones").isNotEmpty();

        tell(retractions());
        var retracted = agrees("retractions");
        assertThat(differing(before, retracted))
                .as("all that came late was taken back")
                .isEmpty();
    }

    @Test
    void whichABookThatIsNotToldOfThemDoesNot() {
        var cached = said(grown, book);
        for (var facts : List.of(lateFacts(), corrections())) {
            tell(facts);
            try (var rebuilt = new RandomLives(told)) {
                var anew = said(rebuilt, RiskBooks.of(rebuilt));
                assertThat(differing(cached, anew)).isNotEmpty();
                cached = anew;
            }
        }
    }

    /** Tells it to the Tenure that goes on. */
    private void tell(List<Told> facts) {
        told.addAll(facts);
        grown.record(facts);
    }

    /** What the one that went on says, which is what one says that was made from nothing. */
    private Map<String, ByteBuffer> agrees(String after) {
        var here = said(grown, book);
        try (var rebuilt = new RandomLives(told)) {
            assertThat(here).as("lists after %s", after).isEqualTo(said(rebuilt, RiskBooks.of(rebuilt)));
            var timelines = timelines(grown);
            assertThat(timelines).as("timelines after %s", after).isEqualTo(timelines(rebuilt));
            assertThat(timelines(rebuilt)).as("replayed once more").isEqualTo(timelines);
        }
        return here;
    }

    private static Set<String> touched() {
        var touched = new TreeSet<String>();
        for (int number = 0; number < CUSTOMERS; number += EACH_OF) {
            touched.add("customer-" + number);
        }
        return touched;
    }

    private static List<Told> lateFacts() {
        return touched().stream()
                .flatMap(customer -> List.of(
                        new Told(id(customer, "ticket"), ticket(customer, LATE_ON, null)),
                        new Told(
                                id(customer, "log-on"),
                                new LoggedOn(customer + "-u1", customer, null, at(LATE_ON.plusDays(20)))))
                        .stream())
                .toList();
    }

    private static List<Told> corrections() {
        return touched().stream()
                .map(customer -> new Told(
                        id(customer, "correction"),
                        ticket(
                                customer,
                                LATE_ON.minusDays(40),
                                id(customer, "ticket").toString())))
                .toList();
    }

    private static List<Told> retractions() {
        return touched().stream()
                .flatMap(customer -> List.of("correction", "log-on").stream()
                        .map(fact -> new Told(
                                id(customer, "no " + fact),
                                new FactRetracted(
                                        id(customer, fact).toString(),
                                        customer,
                                        "mistake",
                                        at(LATE_ON.plusDays(400))))))
                .toList();
    }

    private static TicketOpened ticket(String customer, LocalDate day, @Nullable String replaces) {
        return new TicketOpened(
                customer + "-late", customer, null, "defect", "edit", "advanced", "urgent", "open", replaces, at(day));
    }

    private static UUID id(String customer, String fact) {
        return UUID.nameUUIDFromBytes((customer + " " + fact).getBytes(UTF_8));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).toInstant(ZoneOffset.UTC);
    }

    private static Set<String> differing(Map<String, ByteBuffer> one, Map<String, ByteBuffer> other) {
        var all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        all.removeIf(customer -> one.containsKey(customer) && one.get(customer).equals(other.get(customer)));
        return all;
    }

    /** Every day of every customer, as bytes. */
    private static Map<String, ByteBuffer> said(RandomLives random, RiskBook book) {
        return random.reading(() -> {
            long upTo = random.log().head();
            var said = new TreeMap<String, ByteBuffer>();
            for (var series : book.at(upTo, upTo, LAST, LAST - FIRST).series()) {
                var bytes = new ByteArrayOutputStream();
                for (int day = FIRST; day <= LAST; day++) {
                    bytes.writeBytes(day(series, day).getBytes(UTF_8));
                }
                said.put(series.customerId(), ByteBuffer.wrap(bytes.toByteArray()));
            }
            return said;
        });
    }

    private static String day(RiskSeries series, int day) {
        return series.health(day) == RiskSeries.AWAY
                ? "away;"
                : series.health(day) + "," + series.logOdds(day) + "," + series.band(day) + "," + series.withData(day)
                        + Arrays.toString(series.drivers(day)) + ";";
    }

    /** Every day of every customer with its signals and what they contribute, as bytes of JSON. */
    private static Map<String, ByteBuffer> timelines(RandomLives random) {
        var definitions = new RiskDefinitions(random.definitions(Long.MAX_VALUE));
        var said = new TreeMap<String, ByteBuffer>();
        for (var life : random.all(Long.MAX_VALUE)) {
            var fold = TimelineFold.of(life, definitions, DefaultModel.MODEL, FIRST, LAST);
            said.put(
                    life.customerId(),
                    ByteBuffer.wrap(
                            random.log().json().writeValueAsBytes(List.of(fold.days(), fold.flags(), fold.parts()))));
        }
        return said;
    }
}
