package tenure.query.engagement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenure.query.people.FeatureCatalogue;
import tenure.query.people.Level;
import tenure.query.people.UseOfDay;

/**
 * How far into the product somebody went. A feature has the level that the catalogue said on the day of the use.
 *
 * @param level                  highest level of which two features or more were used, on two days or more in all; null:
 *                               none
 * @param daysFromCoreToAdvanced from the first core event to the first use of an advanced feature; null: not there yet
 */
record Ladder(@Nullable Level level, @Nullable Long daysFromCoreToAdvanced) {

    private static final int LEAST = 2;

    static Ladder of(List<UseOfDay> uses, FeatureCatalogue features) {
        Map<Level, Set<String>> used = new EnumMap<>(Level.class);
        Map<Level, Set<LocalDate>> days = new EnumMap<>(Level.class);
        LocalDate firstCore = null;
        LocalDate firstAdvanced = null;
        for (var use : uses) {
            if (use.isLogOn()) {
                continue;
            }
            var level = features.levelOn(use.feature(), use.day());
            used.computeIfAbsent(level, any -> new HashSet<>()).add(use.feature());
            days.computeIfAbsent(level, any -> new HashSet<>()).add(use.day());
            if (level != Level.INTRODUCTORY) {
                firstCore = earlier(firstCore, use.day());
            }
            if (level == Level.ADVANCED) {
                firstAdvanced = earlier(firstAdvanced, use.day());
            }
        }
        Level reached = null;
        for (var level : used.keySet()) {
            if (used.getOrDefault(level, Set.of()).size() >= LEAST
                    && days.getOrDefault(level, Set.of()).size() >= LEAST) {
                reached = level;
            }
        }
        return new Ladder(
                reached,
                firstCore == null || firstAdvanced == null
                        ? null
                        : (Long) ChronoUnit.DAYS.between(firstCore, firstAdvanced));
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }
}
