package tenure.query.engagement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.people.Level;
import tenure.query.shared.Figure;
import tenure.query.shared.Question;
import tenure.query.shared.Rate;

/**
 * How much of a customer uses how much of the product within a window that ends with the day asked about.
 *
 * @param position    what was recorded after it did not count
 * @param from        first day of the window
 * @param departments null when nothing is known of persons
 * @param features    features used ÷ features in the catalogue
 * @param byLevel     the same for each level
 * @param activity    null when nothing is known of persons
 * @param champion    null when nothing is known of persons, or nobody was one
 */
public record Breadth(
        LocalDate asOf,
        long position,
        String customerId,
        Basis basis,
        LocalDate from,
        @Nullable DepartmentReach departments,
        Rate features,
        List<FeaturesOfLevel> byLevel,
        @Nullable ActivityShares activity,
        @Nullable Champion champion) {

    /**
     * Departments with an active user ÷ departments that are known: those of the audience and those of the users.
     *
     * @param reach       the share
     * @param departments by name
     */
    public record DepartmentReach(Rate reach, List<DepartmentUse> departments) {}

    /**
     * A department.
     *
     * @param expected users meant to use the product; null when nobody said
     * @param users    users known, less those who were deactivated or erased
     * @param active   users who were active within the window
     */
    public record DepartmentUse(String department, @Nullable Long expected, long users, long active) {}

    /**
     * The features of a level.
     *
     * @param used    features used by anybody ÷ features in the catalogue
     * @param adopted features used by more than a quarter of the users who may work; null when nothing is known of persons
     */
    public record FeaturesOfLevel(
            Level level, Rate used, @Nullable Figure adopted) {}

    /**
     * How activity is spread over the users who may work or were active. Activity is the number of log-ons and uses.
     *
     * @param users    how many they are
     * @param topUser  who did most; null when nobody did anything
     * @param topShare activity of that user ÷ all activity
     */
    public record ActivityShares(
            long users,
            Concentration concentration,
            @Nullable String topUser,
            Rate topShare) {}

    /**
     * Who did most in the 90 days before the last 28, as a champion or admin by role or with 30 % of all activity or more.
     *
     * @param share  activity of that user ÷ all activity of those 90 days
     * @param lost   why the champion is lost: deactivated, erased, or silent in the last 28 days; null: still there
     */
    public record Champion(
            String userId,
            @Nullable String role,
            Rate share,
            @Nullable LostChampion lost) {}

    /** Why a champion is lost. */
    public enum LostChampion {
        DEACTIVATED,
        ERASED,
        SILENT;

        /** The word in answers. */
        @JsonValue
        public String word() {
            return Question.word(this);
        }
    }
}
