package tenure.query.churnrisk.statistics.drivers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tenure.query.churnrisk.statistics.Clusters;
import tenure.query.churnrisk.statistics.Observations;

/**
 * What goes with loss, signal by signal.
 *
 * @param clusters signals that say much the same, those with the strongest signal first
 * @param note     how to read it; to be shown with it
 */
public record Drivers(List<Cluster> clusters, String note) {

    private static final double MOST_ALIKE = 0.5;

    /** Copies the list. */
    public Drivers {
        clusters = List.copyOf(clusters);
    }

    /** Of each signal that has data of lost and of retained customers. */
    public static Drivers of(Observations observations) {
        var rows = observations.inOrder();
        var drivers = new ArrayList<Driver>();
        for (var signal = 0; signal < rows.signals().size(); signal++) {
            Driver.of(rows, signal).ifPresent(drivers::add);
        }
        var ranked = withChanceOfAll(drivers);
        var columns =
                drivers.stream().map(driver -> rows.column(driver.column())).toArray(double[][]::new);
        var clusters = Clusters.alike(columns, MOST_ALIKE, true).stream()
                .map(members -> Arrays.stream(members)
                        .mapToObj(ranked::get)
                        .sorted(BY_STRENGTH)
                        .toList())
                .map(Cluster::new)
                .sorted(Comparator.comparing(cluster -> cluster.drivers().getFirst(), BY_STRENGTH))
                .toList();
        return new Drivers(clusters, note(drivers.size()));
    }

    private static final Comparator<Driver> BY_STRENGTH =
            Comparator.comparingDouble(Driver::strength).reversed().thenComparingInt(Driver::column);

    private static String note(int signals) {
        return ("These figures are association, not cause: what goes with loss need not bring it about. %d signals were looked"
                        + " at together; expect up to one in twenty of those with a q-value below 0.05 to be chance."
                        + " The intervals of the deciles count each observation, also several of one customer, by itself.")
                .formatted(signals);
    }

    /** By Benjamini and Hochberg: the share of chance finds among all that are at least as unlikely as this one. */
    private static List<Driver> withChanceOfAll(List<Driver> drivers) {
        var ascending = IntStream.range(0, drivers.size())
                .boxed()
                .sorted(Comparator.comparingDouble(index -> drivers.get(index).pValue()))
                .toList();
        var corrected = new ArrayList<>(drivers);
        var least = 1.0;
        for (var place = ascending.size(); place > 0; place--) {
            var driver = drivers.get(ascending.get(place - 1));
            least = Math.min(least, driver.pValue() * drivers.size() / place);
            corrected.set(ascending.get(place - 1), driver.withQValue(least));
        }
        return corrected;
    }

    /** Signals that correlate by 0.5 or more, whichever way; the strongest first. */
    public record Cluster(List<Driver> drivers) {
        /** Copies the list. */
        public Cluster {
            drivers = List.copyOf(drivers);
        }
    }
}
