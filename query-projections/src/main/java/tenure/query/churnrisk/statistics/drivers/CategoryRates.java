package tenure.query.churnrisk.statistics.drivers;

import java.util.List;
import java.util.TreeMap;
import tenure.query.churnrisk.statistics.measures.Interval;

/** How often customers of each category were lost. */
public record CategoryRates(List<CategoryRate> rates) {
    /** Copies the list. */
    public CategoryRates {
        rates = List.copyOf(rates);
    }

    /** By the name of the category; one entry per customer. */
    public static CategoryRates of(List<String> category, boolean[] lost) {
        var counts = new TreeMap<String, int[]>();
        for (var customer = 0; customer < lost.length; customer++) {
            var count = counts.computeIfAbsent(category.get(customer), _ -> new int[2]);
            count[0]++;
            count[1] += lost[customer] ? 1 : 0;
        }
        return new CategoryRates(counts.entrySet().stream()
                .map(entry -> CategoryRate.of(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .toList());
    }

    /**
     * Of one category.
     *
     * @param rate     lost ÷ customers
     * @param interval of the rate, by Wilson
     */
    public record CategoryRate(String category, int customers, int lost, double rate, Interval interval) {
        static CategoryRate of(String category, int customers, int lost) {
            return new CategoryRate(
                    category, customers, lost, (double) lost / customers, Interval.wilson(lost, customers));
        }
    }
}
