package tenure.query.churnrisk.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.CustomerRated;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.OwnerAssigned;
import tenure.domain.customer.event.ProfileChanged;
import tenure.domain.risk.event.RiskFlagCleared;
import tenure.domain.risk.event.RiskFlagRaised;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.model.Score;
import tenure.query.churnrisk.model.Scoring;
import tenure.query.churnrisk.series.RiskSeries.Profile;
import tenure.query.churnrisk.signals.SignalCatalogue;
import tenure.query.churnrisk.sweep.DayFacts;
import tenure.query.churnrisk.sweep.LifeSpan;
import tenure.query.churnrisk.sweep.LifeSweep;
import tenure.query.churnrisk.sweep.RiskDefinitions;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;

/** Makes the series of a customer under a model. One that says nothing of a customer makes none. */
public final class SeriesFold {

    private static final int DRIVERS = 3;
    private static final int NONE = -1;

    private final RiskModel model;
    private final RiskDefinitions definitions;
    private final int fromDay;
    private final int toDay;

    /** Of all days. */
    public SeriesFold(RiskModel model, RiskDefinitions definitions) {
        this(model, definitions, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Of some days only, both included: after them everything stays as on the last, whatever came. */
    public SeriesFold(RiskModel model, RiskDefinitions definitions, int fromDay, int toDay) {
        this.model = model;
        this.definitions = definitions;
        this.fromDay = fromDay;
        this.toDay = toDay;
    }

    /** The series; null when there is no day to speak of. */
    public @Nullable RiskSeries of(Life life) {
        var days = new Days();
        LifeSweep.run(life, definitions, Math.min(toDay, LifeSpan.lastDay(life)), days);
        return days.length == 0 ? null : days.series(life.customerId(), profile(life));
    }

    private final class Days implements LifeSweep.Visitor {

        private final Scoring scoring = Scoring.of(model);
        private final Score score = scoring.score();
        private final double[] values = new double[SignalCatalogue.size()];
        private final int[] signals =
                scoring.parts().stream().mapToInt(SignalCatalogue::number).toArray();
        private final int[] top = new int[DRIVERS];
        private short[] health = new short[512];
        private short[] logOdds = new short[512];
        private short[] drivers = new short[512];
        private byte[] bandAndData = new byte[512];
        private int firstDay;
        private int length;

        @Override
        public void on(DayFacts facts, boolean away) {
            if (facts.day() < fromDay) {
                return;
            }
            grow(facts.day());
            if (away) {
                health[length] = RiskSeries.AWAY;
                logOdds[length] = drivers[length] = 0;
                bandAndData[length++] = 0;
                return;
            }
            SignalCatalogue.read(facts, values);
            scoring.score(values, facts.age(), score);
            health[length] = score.health() == Score.NONE ? RiskSeries.NO_DATA : (short) (score.health() / 100);
            logOdds[length] = (short) Math.clamp((score.logOdds() + 500L) / 1_000, Short.MIN_VALUE, Short.MAX_VALUE);
            drivers[length] = drivers();
            bandAndData[length++] = RiskSeries.bandAndData(score.band(), score.withData());
        }

        @Override
        public void still(int day) {
            if (length > 0) {
                grow(day);
                health[length] = health[length - 1];
                logOdds[length] = logOdds[length - 1];
                drivers[length] = drivers[length - 1];
                bandAndData[length] = bandAndData[length - 1];
                length++;
            }
        }

        private void grow(int day) {
            firstDay = length == 0 ? day : firstDay;
            if (length == health.length) {
                health = Arrays.copyOf(health, 2 * length);
                logOdds = Arrays.copyOf(logOdds, 2 * length);
                drivers = Arrays.copyOf(drivers, 2 * length);
                bandAndData = Arrays.copyOf(bandAndData, 2 * length);
            }
        }

        /** The signals that took most. */
        private short drivers() {
            int first = NONE;
            int second = NONE;
            int third = NONE;
            for (int part = 0; part < signals.length; part++) {
                if (signals[part] < 0 || score.missed(part) <= 0) {
                    continue;
                }
                if (first == NONE || score.missed(part) > score.missed(first)) {
                    third = second;
                    second = first;
                    first = part;
                } else if (second == NONE || score.missed(part) > score.missed(second)) {
                    third = second;
                    second = part;
                } else if (third == NONE || score.missed(part) > score.missed(third)) {
                    third = part;
                }
            }
            top[0] = first == NONE ? NONE : signals[first];
            top[1] = second == NONE ? NONE : signals[second];
            top[2] = third == NONE ? NONE : signals[third];
            return RiskSeries.drivers(top);
        }

        RiskSeries series(String customerId, Profile profile) {
            return new RiskSeries(
                    customerId,
                    profile,
                    firstDay,
                    Arrays.copyOf(health, length),
                    Arrays.copyOf(logOdds, length),
                    Arrays.copyOf(drivers, length),
                    Arrays.copyOf(bandAndData, length));
        }
    }

    private static Profile profile(Life life) {
        String name = null;
        for (var event : life.events()) {
            if (event.event() instanceof CustomerRegistered registered) {
                name = registered.name();
            } else if (event.event() instanceof ProfileChanged changed && changed.name() != null) {
                name = changed.name();
            }
        }
        var flagged = new TreeSet<String>();
        for (var event : life.events()) {
            if (event.event() instanceof RiskFlagRaised raised) {
                flagged.add(raised.reason());
            } else if (event.event() instanceof RiskFlagCleared cleared) {
                flagged.remove(cleared.reason());
            }
        }
        var owners = of(life, OwnerAssigned.class);
        var ratings = of(life, CustomerRated.class);
        return new Profile(
                name,
                owners.stream().mapToInt(SeriesFold::day).toArray(),
                owners.stream()
                        .map(event -> ((OwnerAssigned) event.event()).owner())
                        .toArray(String[]::new),
                ratings.stream().mapToInt(SeriesFold::day).toArray(),
                ratings.stream()
                        .mapToInt(event -> ((CustomerRated) event.event()).rating())
                        .toArray(),
                Set.copyOf(flagged));
    }

    private static List<LifeEvent> of(Life life, Class<?> type) {
        return life.events().stream()
                .filter(event -> type.isInstance(event.event()))
                .sorted(Comparator.comparing(LifeEvent::occurredAt).thenComparingLong(LifeEvent::position))
                .toList();
    }

    private static int day(LifeEvent event) {
        return (int) Math.floorDiv(event.occurredAt().getEpochSecond(), 86_400L);
    }
}
