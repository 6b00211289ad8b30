package tenure.query.engagement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.life.Life;

/**
 * When a customer's users and its account were active, in little room: what is kept of every customer, so that questions
 * about all of them, as of any day, need not go through their lives. A day is its number since 1970-01-01.
 */
final class Activity {

    final String customerId;

    /** Users by id. */
    final List<Member> members;

    /** The features that the {@link Member#firstUses} are of. */
    private final String[] features;

    /** Days on which the customer signed up, as they were told one after the other; it is one as a rule. */
    private final int[] registeredOn;

    private final Switch gone;
    private final Days days;

    /**
     * A user.
     *
     * @param createdOn first day of which anything is told
     * @param disabled  whether the user may not work
     * @param firstUses first day of use of each of the customer's features; never where there was none
     */
    @SuppressWarnings("ArrayRecordComponent") // There are many of them; nobody compares or changes them.
    record Member(String userId, int createdOn, Switch disabled, Days days, int[] firstUses) {

        boolean isKnown(int asOf) {
            return createdOn <= asOf;
        }

        Unit unit(int asOf) {
            return new Unit(userId, true, createdOn, !disabled.isOn(asOf), days, asOf);
        }
    }

    Activity(String customerId, int[] registeredOn, Switch gone, Days days, String[] features, List<Member> members) {
        this.customerId = customerId;
        this.registeredOn = registeredOn;
        this.gone = gone;
        this.days = days;
        this.features = features;
        this.members = members;
    }

    /** The activity of a life; null when the customer never signed up. */
    static @Nullable Activity of(Life life) {
        var fold = new ActivityFold();
        life.events().forEach(fold::add);
        return fold.activity(life.customerId());
    }

    /** Whether the customer had signed up by a day. */
    boolean isKnown(int asOf) {
        return registeredOn(asOf) != Days.NONE;
    }

    private int registeredOn(int asOf) {
        for (int i = registeredOn.length - 1; i >= 0; i--) {
            if (registeredOn[i] <= asOf) {
                return registeredOn[i];
            }
        }
        return Days.NONE;
    }

    /** What is known of the customer's use by a day. */
    Basis basis(int asOf) {
        if (members.stream().anyMatch(member -> member.isKnown(asOf))) {
            return Basis.PERSONS;
        }
        return days.first() <= asOf ? Basis.TOTALS : Basis.NONE;
    }

    /** The users that were known by a day, in the order of their ids, and the account. */
    List<Unit> units(int asOf) {
        var units = new ArrayList<Unit>(members.size() + 1);
        for (var member : members) {
            if (member.isKnown(asOf)) {
                units.add(member.unit(asOf));
            }
        }
        units.add(
                new Unit(customerId, false, Math.min(registeredOn(asOf), days.first()), !gone.isOn(asOf), days, asOf));
        return units;
    }

    /** Where a feature stands in the first uses of members; -1 when nobody ever used it. */
    int indexOf(String feature) {
        for (int i = 0; i < features.length; i++) {
            if (features[i].equals(feature)) {
                return i;
            }
        }
        return -1;
    }
}
