package tenure.query.churnrisk.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;
import tenure.domain.risk.event.RiskModelPublished.Effect;
import tenure.domain.risk.event.RiskModelPublished.Learned;
import tenure.domain.risk.event.RiskModelPublished.Point;
import tenure.query.churnrisk.signals.SignalCatalogue;
import tenure.query.churnrisk.statistics.Direction;
import tenure.query.churnrisk.statistics.learning.Curve;
import tenure.query.churnrisk.statistics.learning.LearnedModel;

/** What was learned, as it is computed with and as it is published: numbers with six decimals, so that both are the same. */
final class LearnedParts {

    private static final int PLACES = 6;

    private LearnedParts() {}

    static Learned published(LearnedModel model) {
        return new Learned(
                micros(model.baseMicroLogOdds()),
                points(model.age()),
                model.signals().stream()
                        .map(effect -> new Effect(
                                effect.signal(),
                                effect.curve().stepped(),
                                points(effect.curve()),
                                micros(effect.whenMissingMicroLogOdds())))
                        .toList());
    }

    /** Values that are the same to six decimals are one point, the last of them. */
    private static List<Point> points(Curve curve) {
        var points = new TreeMap<BigDecimal, BigDecimal>();
        curve.bends()
                .forEach(bend -> points.put(
                        plain(BigDecimal.valueOf(bend.at()).setScale(PLACES, RoundingMode.HALF_UP)),
                        micros(bend.microLogOdds())));
        return points.entrySet().stream()
                .map(entry -> new Point(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static BigDecimal micros(long millionths) {
        return plain(BigDecimal.valueOf(millionths, PLACES));
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static LearnedModel model(int horizonDays, Learned learned) {
        return new LearnedModel(
                horizonDays,
                millionths(learned.base()),
                curve(learned.age(), false),
                learned.effects().stream()
                        .map(effect -> new LearnedModel.Effect(
                                effect.signal(),
                                direction(effect.signal()),
                                curve(effect.curve(), effect.stepped()),
                                millionths(effect.whenMissing())))
                        .toList());
    }

    private static Direction direction(String id) {
        var signal = SignalCatalogue.named(id);
        return signal == null ? Direction.FREE : signal.direction();
    }

    private static Curve curve(List<Point> points, boolean stepped) {
        return new Curve(
                points.stream()
                        .map(point -> new Curve.Bend(point.at().doubleValue(), millionths(point.logOdds())))
                        .toList(),
                stepped);
    }

    private static long millionths(BigDecimal number) {
        return number.movePointRight(PLACES).longValue();
    }
}
