package tenure.query.churnrisk.statistics.drivers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tenure.query.churnrisk.statistics.drivers.InterventionEffect.Calipers;
import tenure.query.churnrisk.statistics.drivers.InterventionEffect.Case;

/** One for one, the nearest first come first served; no customer is in two pairs, so that pairs are independent. */
final class Pairs {

    /** Lets the first days of a contract be alike. */
    private static final double DAYS_ADDED = 30;

    private Pairs() {}

    record Pair(Case treated, Case other) {
        int difference() {
            return (treated.lost() ? 1 : 0) - (other.lost() ? 1 : 0);
        }
    }

    static List<Pair> of(List<Case> treated, List<Case> others, Calipers calipers) {
        var order = Comparator.comparingInt(Case::day).thenComparingInt(Case::customer);
        var ofTreated = treated.stream().map(Case::customer).collect(Collectors.toSet());
        if (ofTreated.size() < treated.size()) {
            throw new IllegalArgumentException("Each treated customer comes once, at its first intervention.");
        }
        var candidates = others.stream().sorted(order).toList();
        var taken = new HashSet<>(ofTreated);
        var pairs = new ArrayList<Pair>();
        for (var one : treated.stream().sorted(order).toList()) {
            var other = nearest(one, candidates, taken, calipers);
            if (other != null) {
                taken.add(other.customer());
                pairs.add(new Pair(one, other));
            }
        }
        return pairs;
    }

    private static @Nullable Case nearest(Case one, List<Case> candidates, Set<Integer> taken, Calipers calipers) {
        var least = Double.POSITIVE_INFINITY;
        Case nearest = null;
        for (var other : candidates) {
            var distance = distance(one, other, calipers);
            if (distance < least && !taken.contains(other.customer())) {
                least = distance;
                nearest = other;
            }
        }
        return nearest;
    }

    /** Sum of the three distances in calipers; infinite when one of them is too great. */
    private static double distance(Case one, Case other, Calipers calipers) {
        var days = Math.abs(one.day() - other.day()) / (double) calipers.days();
        var odds = Math.abs(one.logOdds() - other.logOdds()) / calipers.logOdds();
        var tenure = Math.abs(one.tenureDays() - other.tenureDays())
                / (Math.max(one.tenureDays(), other.tenureDays()) + DAYS_ADDED)
                / calipers.tenureShare();
        return days > 1 || odds > 1 || tenure > 1 ? Double.POSITIVE_INFINITY : days + odds + tenure;
    }
}
