package tenure.query.shared;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the names that may have been meant, by the pairs of letters that they share. */
public final class Near {

    private static final double ALIKE = 0.4;
    private static final int LONGEST = 64;

    private Near() {}

    /** A sentence with up to three of the names, the nearest first; nothing when none comes near. */
    public static String hint(String asked, Collection<String> names) {
        if (asked.length() > LONGEST) {
            return "";
        }
        var near = names.stream()
                .filter(name -> likeness(asked, name) >= ALIKE)
                .sorted((one, other) -> Double.compare(likeness(asked, other), likeness(asked, one)))
                .limit(3)
                .collect(Collectors.joining("', '", "'", "'"));
        return near.equals("''") ? "" : " Did you mean " + near + "?";
    }

    /** Shared pairs over all pairs (Dice), from 0 to 1. */
    private static double likeness(String one, String other) {
        var pairs = pairs(one);
        var others = pairs(other);
        var all = pairs.size() + others.size();
        pairs.retainAll(others);
        return 2.0 * pairs.size() / all;
    }

    private static Set<String> pairs(String word) {
        var framed = " " + word.toLowerCase(Locale.ROOT) + " ";
        var pairs = new TreeSet<String>();
        for (int i = 0; i + 1 < framed.length(); i++) {
            pairs.add(framed.substring(i, i + 2));
        }
        return pairs;
    }
}
