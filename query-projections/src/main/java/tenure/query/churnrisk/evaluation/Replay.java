package tenure.query.churnrisk.evaluation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenure.domain.risk.event.InterventionLogged;
import tenure.query.churnrisk.evaluation.ObservedRows.Row;
import tenure.query.churnrisk.evaluation.Speaker.Voice;
import tenure.query.churnrisk.model.Score;
import tenure.query.churnrisk.signals.SignalCatalogue;
import tenure.query.churnrisk.statistics.drivers.InterventionEffect;
import tenure.query.churnrisk.statistics.measures.Watch;
import tenure.query.churnrisk.sweep.DayFacts;
import tenure.query.churnrisk.sweep.LifeSweep;
import tenure.query.churnrisk.sweep.RiskDefinitions;
import tenure.query.churnrisk.timeline.FlagWatch;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;

/**
 * Models replayed over all of history: what they would have said at the end of every day, known as of that day. Month ends
 * are observations; days are watched for flags. It takes lives in any order and from many hands.
 */
final class Replay {

    private final RiskDefinitions definitions;
    private final Span span;
    private final List<Speaker> speakers;
    private final List<Part> parts = new ArrayList<>();
    private final List<BandChange> changes = new ArrayList<>();
    private final List<InterventionEffect.Case> treated = new ArrayList<>();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger customers = new AtomicInteger();

    /**
     * Which days count.
     *
     * @param from        first month of observations
     * @param to          last month of observations
     * @param horizonDays how far each looks ahead
     * @param today       the day until which history is told
     * @param share       of the customers whose month ends are kept, in thousandths; flags are watched of all
     */
    record Span(YearMonth from, YearMonth to, int horizonDays, int today, int share) {
        boolean observes(int day) {
            var date = LocalDate.ofEpochDay(day);
            var month = YearMonth.from(date);
            return date.equals(month.atEndOfMonth()) && !month.isBefore(from) && !month.isAfter(to);
        }
    }

    /** What one model said. */
    static final class Part {
        final ObservedRows rows;
        final List<Watch> watches = new ArrayList<>();
        int flaggedNow;

        Part(int horizonDays) {
            rows = new ObservedRows(horizonDays);
        }
    }

    /**
     * A customer that two models put into different bands.
     *
     * @param firstOn   the first day on which they differed
     * @param days      on how many days they did
     * @param before    band under the first model on the last day
     * @param after     band under the second
     * @param firstFrom band under the first model on the first of those days
     * @param firstTo   band under the second
     */
    record BandChange(
            String customerId,
            LocalDate firstOn,
            int days,
            String firstFrom,
            String firstTo,
            String before,
            String after) {}

    Replay(RiskDefinitions definitions, Span span, List<Speaker> speakers) {
        this.definitions = definitions;
        this.span = span;
        this.speakers = speakers;
        speakers.forEach(speaker -> parts.add(new Part(span.horizonDays)));
    }

    /** How many customers were taken in so far. */
    int customers() {
        return customers.get();
    }

    /** Gives a customer its number before it is handed on; they come in the order of their ids. */
    void number(Life life, Consumer<Life> receiver) {
        numbers.put(life.customerId(), numbers.size());
        receiver.accept(life);
    }

    void take(Life life) {
        var one = new One(life);
        LifeSweep.run(life, definitions, span.today, one);
        one.restStandsStill();
        synchronized (this) {
            one.handIn();
        }
        customers.incrementAndGet();
    }

    /** What a model said, in an order that does not depend on who was taken in first. */
    Part of(int model) {
        var part = parts.get(model);
        part.rows.sort();
        part.watches.sort(Comparator.comparingInt(Watch::customer));
        return part;
    }

    List<BandChange> changes() {
        changes.sort(Comparator.comparing(BandChange::firstOn).thenComparing(BandChange::customerId));
        return changes;
    }

    List<InterventionEffect.Case> treated() {
        treated.sort(Comparator.comparingInt(InterventionEffect.Case::customer));
        return treated;
    }

    /** One customer. */
    private final class One implements LifeSweep.Visitor {

        private final String customerId;
        private final Departures departures;
        private final int lostOn;
        private final int treatedOn;
        private final boolean sampled;
        private final Voice[] voices = speakers.stream().map(Speaker::voice).toArray(Voice[]::new);
        private final FlagWatch[] flags =
                speakers.stream().map(Speaker::first).map(FlagWatch::new).toArray(FlagWatch[]::new);
        private final boolean[][] flagged = new boolean[speakers.size()][512];
        private final int[] length = new int[speakers.size()];
        private final int[] firstDay = new int[speakers.size()];
        private final List<List<Row>> rows = new ArrayList<>();
        private final double[] values = new double[SignalCatalogue.size()];
        private final int number;
        private InterventionEffect.@Nullable Case treatedCase;
        private int ageBase;
        private int seen;
        private boolean begun;
        private boolean away;
        private int differsSince;
        private int differs;
        private String firstFrom = "";
        private String firstTo = "";

        One(Life life) {
            customerId = life.customerId();
            number = numbers.getOrDefault(customerId, 0);
            departures = new Departures(life, span.today);
            lostOn = departures.nextAfter(Integer.MIN_VALUE);
            treatedOn = life.events().stream()
                    .filter(event -> event.event() instanceof InterventionLogged)
                    .mapToInt(One::day)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            sampled = Math.floorMod(customerId.hashCode() * 31, 1_000) < span.share;
            speakers.forEach(speaker -> rows.add(new ArrayList<>()));
        }

        private static int day(LifeEvent event) {
            return (int) Math.floorDiv(event.occurredAt().getEpochSecond(), 86_400L);
        }

        @Override
        public void on(DayFacts facts, boolean hasLeft) {
            away = hasLeft;
            ageBase = facts.day() - facts.age();
            SignalCatalogue.read(facts, values);
            for (var voice : voices) {
                voice.hear(facts.day(), values, facts.age());
            }
            keep(facts.day());
        }

        @Override
        public void still(int day) {
            keep(day);
        }

        void restStandsStill() {
            for (int day = seen + 1; begun && day <= span.today; day++) {
                keep(day);
            }
        }

        private void keep(int day) {
            seen = day;
            begun = true;
            boolean there = !away && !departures.isAwayOn(day);
            for (int model = 0; model < voices.length; model++) {
                if (voices[model].speaksOn(day)) {
                    keep(model, day, there);
                }
            }
            var score = voices[0].said();
            if (there && score.health() != Score.NONE && voices[0].speaksOn(day)) {
                if (day == treatedOn) {
                    treatedCase = new InterventionEffect.Case(
                            number,
                            day,
                            score.logOdds() / 1e6,
                            day - ageBase,
                            departures.nextAfter(day) - (long) day <= span.horizonDays);
                }
                compare(day);
            }
        }

        private void keep(int model, int day, boolean there) {
            var score = voices[model].said();
            firstDay[model] = length[model] == 0 ? day : firstDay[model];
            flags[model].on(day, score.health(), !there);
            flagged[model] = length[model] == flagged[model].length
                    ? Arrays.copyOf(flagged[model], 2 * length[model])
                    : flagged[model];
            flagged[model][length[model]++] = flags[model].isUp();
            if (there && sampled && score.health() != Score.NONE && span.observes(day)) {
                rows.get(model)
                        .add(new Row(
                                number, day, day - ageBase, departures.nextAfter(day), values.clone(), score.risk()));
            }
        }

        private void compare(int day) {
            if (voices.length > 1
                    && voices[1].said().health() != Score.NONE
                    && !voices[0].band().equals(voices[1].band())) {
                if (differs++ == 0) {
                    differsSince = day;
                    firstFrom = voices[0].band();
                    firstTo = voices[1].band();
                }
            }
        }

        void handIn() {
            for (int model = 0; model < voices.length; model++) {
                var part = parts.get(model);
                rows.get(model).forEach(part.rows::add);
                if (length[model] > 0) {
                    part.watches.add(new Watch(
                            number,
                            firstDay[model],
                            Arrays.copyOf(flagged[model], length[model]),
                            lostOn == Integer.MAX_VALUE ? null : lostOn));
                    part.flaggedNow += !away && flags[model].isUp() ? 1 : 0;
                }
            }
            if (differs > 0) {
                changes.add(new BandChange(
                        customerId,
                        LocalDate.ofEpochDay(differsSince),
                        differs,
                        firstFrom,
                        firstTo,
                        away ? "" : voices[0].band(),
                        away ? "" : voices[1].band()));
            }
            if (treatedCase != null && treatedOn + (long) span.horizonDays <= span.today) {
                treated.add(treatedCase);
            }
        }
    }
}
