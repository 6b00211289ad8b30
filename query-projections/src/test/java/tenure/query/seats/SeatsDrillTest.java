package tenure.query.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.eventstore.drill.Drill;
import tenure.query.life.ProjectedLives;
import tenure.query.lifecycle.Lifecycles;
import tenure.query.lifecycle.Told;
import tenure.query.projection.ProjectedLog;
import tenure.query.seats.NaiveSeats.Mistake;
import tenure.query.seats.SeatAnswers.Range;
import tenure.query.seats.SeatOverview.Presence;
import tenure.query.seats.SeatSeries.Every;
import tenure.query.seats.SeatsReader.Ledgers;
import tenure.query.shared.AsOf;
import tenure.query.shared.FigureSource.Asked;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.Standpoint;

/**
 * The ledger beside a plain reading of all events, for random lives, days and positions. More of them:
 * {@code -Ddrill.views.lifecycles=N}; the same again: {@code -Ddrill.views.seed=N}.
 */
class SeatsDrillTest {

    private static final int STANDPOINTS = 12;

    private static final Drill DRILL = new Drill("views");
    private static final SplittableRandom RANDOM = DRILL.random(0);
    private static final int LIVES = DRILL.amount("lifecycles", 200);
    private static List<Told> told;
    private static ProjectedLog log;
    private static SeatsReader reader;
    private static TransactionTemplate transaction;
    private static List<Standpoint> standpoints;

    @BeforeAll
    static void live() {
        told = new Lifecycles(RANDOM.split()).of(LIVES);
        log = new ProjectedLog();
        log.recordMany(told);
        log.project(ProjectedLives.projection(log), () -> 1 + RANDOM.nextInt(512));
        reader = new SeatsReader(ProjectedLives.views(log));
        transaction = new TransactionTemplate(log.transactions());
        standpoints =
                IntStream.range(0, STANDPOINTS).mapToObj(point -> standpoint()).toList();
        DRILL.figure("lifecycles", LIVES);
        DRILL.figure("standpoints", STANDPOINTS);
    }

    /** Every other one knows everything. */
    private static Standpoint standpoint() {
        return new Standpoint(
                new AsOf(Lifecycles.FIRST_DAY.plusDays(RANDOM.nextInt(Lifecycles.DAYS + 30))),
                RANDOM.nextBoolean() ? told.size() : RANDOM.nextInt(told.size() + 1));
    }

    @AfterAll
    static void close() {
        DRILL.report();
        log.close();
    }

    /** What is kept says of each customer. */
    private static Map<String, SeatTally> seen(Standpoint at) {
        return Objects.requireNonNull(transaction.execute(status -> reader.all(at).stream()
                .collect(Collectors.toMap(
                        SeatDigest::customerId,
                        digest -> digest.tally(at.asOf().day(), at.asOf().day())))));
    }

    /** Answers of the view that a plain reading gives otherwise. */
    private static List<String> differences(Mistake mistake) {
        var naive = new NaiveSeats(told, mistake);
        var found = new ArrayList<String>();
        for (var at : standpoints) {
            var day = at.asOf().day();
            seen(at).forEach((customer, seen) -> {
                var expected = naive.tally(customer, day, at.position());
                if (!seen.equals(expected)) {
                    found.add("%s as of %s known at %d: %s, not %s"
                            .formatted(customer, day, at.position(), seen, expected));
                }
            });
        }
        return found;
    }

    @Test
    void saysWhatAPlainReadingOfTheLogSays() {
        assertThat(differences(Mistake.NONE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Mistake.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void wouldNotAgreeWithAReadingThatIsWrong(Mistake mistake) {
        assertThat(differences(mistake))
                .as("the comparison notices a reading that %s", mistake)
                .isNotEmpty();
    }

    /** A point of a ledger says what the balance as of that day says, and movements add up from one to the other. */
    @Test
    void addsUpOverTime() {
        for (int number = 0; number < LIVES; number += 5) {
            var at = standpoints.get(number % STANDPOINTS);
            var to = at.asOf().day().plusDays(1);
            addsUp(
                    "customer-" + number,
                    new Range(to.minusDays(1 + RANDOM.nextInt(200)), to, Every.DAY, 0, Integer.MAX_VALUE),
                    at);
        }
    }

    private static void addsUp(String customer, Range range, Standpoint at) {
        var answer = new SeatAnswers(reader).customer(customer, range, at).orElse(null);
        if (answer == null) {
            return;
        }
        var ledgers = reader.one(customer, at);
        for (var point : answer.ledger()) {
            var balance = SeatTally.of(ledgers.seats(), ledgers.seats().on(point.on()), ledgers.people(), point.on());
            assertThat(point).isEqualTo(SeatPoint.of(point.on(), balance));
        }
        LocalDate day = range.from();
        long sold = answer.opening().sold();
        long assigned = answer.opening().assigned();
        for (var movement : answer.movements()) {
            assertThat(movement.on()).isAfterOrEqualTo(day);
            day = movement.on();
            sold += movement.sold();
            assigned += movement.assigned();
        }
        assertThat(new CustomerSeats.SeatStock(sold, assigned)).isEqualTo(answer.closing());
    }

    /** What is kept in little room says what the ledgers say, as of that day and as of any before. */
    @Test
    void keepsWhatTheLedgersSay() {
        for (var at : standpoints) {
            transaction.executeWithoutResult(status ->
                    reader.all(at).forEach(digest -> saysTheSame(digest, reader.one(digest.customerId(), at), at)));
        }
    }

    private static void saysTheSame(SeatDigest digest, Ledgers ledgers, Standpoint at) {
        var day = at.asOf().day();
        var seats = ledgers.seats().on(day);
        var row = digest.row(day);
        assertThat(row.tally()).isEqualTo(SeatTally.of(ledgers.seats(), seats, ledgers.people(), day));
        assertThat(row.name()).isEqualTo(ledgers.seats().name(day));
        assertThat(row.presence() == Presence.CHURNED).isEqualTo(ledgers.seats().gone(day));
        assertThat(row.basis()).isEqualTo(ledgers.basis(day));
        assertThat(row.startedOn()).isEqualTo(seats.startedOn());
        var series = new SeatSeries(ledgers.seats(), ledgers.people());
        for (var point : Every.MONTH.points(day.minusDays(400), day.plusDays(1))) {
            assertThat(SeatPoint.of(point, digest.tally(point, day)))
                    .as("%s on %s", digest.customerId(), point)
                    .isEqualTo(SeatPoint.of(point, series.at(point)));
        }
    }

    /** What is counted of all customers is what is counted of each, with the events that say so. */
    @Test
    void explainsWhatAllHave() {
        var at = standpoints.getLast();
        var explained = new SeatsExplained(reader);
        for (var figure : explained.figures()) {
            transaction.executeWithoutResult(status -> explained
                    .evidence(new Asked(figure, at, null, null, null))
                    .forEach(customer -> assertThat(
                                    explained.evidence(new Asked(figure, at, customer.subject(), null, null)).stream()
                                            .mapToLong(Evidence::counts)
                                            .sum())
                            .as("%s of %s", figure, customer.subject())
                            .isEqualTo(customer.counts())));
        }
    }
}
