package tenure.command.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what may have been meant. */
public final class Near {

    private static final int LONGEST = 64;

    private Near() {}

    /** At most three of the names that differ little from what was asked for, the nearest first. */
    public static List<String> to(String asked, Collection<String> names) {
        if (asked.length() > LONGEST) {
            return List.of();
        }
        return names.stream()
                .filter(name -> distance(asked, name) <= Math.max(2, name.length() / 3))
                .sorted(Comparator.comparingInt(name -> distance(asked, name)))
                .limit(3)
                .toList();
    }

    /** How many letters to insert, delete or replace (Levenshtein). */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[other.length()];
    }
}
