package tenure.query.churnrisk.statistics.learning;

import java.util.List;
import tenure.query.churnrisk.statistics.Direction;

/**
 * A model of the probability that a customer is lost within the horizon: plain numbers that can be stored and read by people.
 * All is in millionths of log-odds and whole, so what the parts add is exactly the sum: base + age + signals. A part of 0
 * is that of the average row that was learned from.
 *
 * @param horizonDays      how many days ahead it looks
 * @param baseMicroLogOdds what every customer begins with
 * @param age              what the age of the contract in days adds
 * @param signals          what each signal adds
 */
public record LearnedModel(int horizonDays, long baseMicroLogOdds, Curve age, List<Effect> signals) {
    /** Copies the list. */
    public LearnedModel {
        signals = List.copyOf(signals);
    }

    /**
     * One signal.
     *
     * @param direction               which the curve never contradicts
     * @param whenMissingMicroLogOdds what it adds where there is no data
     */
    public record Effect(String signal, Direction direction, Curve curve, long whenMissingMicroLogOdds) {}
}
