package tenure.query.churnrisk.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The users of a customer: who did what, who is trained, how far each has come. */
public final class People {

    private static final int WINDOW = Usage.WINDOW;
    private static final int DROPPED_AFTER = 14;
    private static final int NEVER = Person.NEVER;
    /** Whoever did less in four weeks was no champion. */
    private static final long LEAST_OF_A_CHAMPION = 5;

    private final RiskDefinitions definitions;
    private final int origin;
    private final List<Person> persons = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> features = new HashMap<>();
    private final Map<String, Integer> departments = new HashMap<>();
    private int[] departmentSeenOn = new int[4];

    private final UsesInOrder uses = new UsesInOrder();
    private int leavesWindow;
    private int leavesBefore;

    private Set<String> required = Set.of();
    private boolean toldOfTraining;
    private boolean knowsLadder;
    private int audienceDepartments;
    private int lastRise = NEVER;
    private int today = NEVER;

    private int active;
    private int enabled;
    private int loggedOn;
    private int trained;
    private int dropped;
    private int everActive;
    private int activeBefore;
    private int departmentsReached;
    private int climbing;
    private long most;
    private long total;
    private double squares;
    private long mostBefore;
    private int champion;

    People(RiskDefinitions definitions, int origin) {
        this.definitions = definitions;
        this.origin = origin;
    }

    private Person person(String userId) {
        return persons.get(number(userId));
    }

    private int number(String userId) {
        return numbers.computeIfAbsent(userId, _ -> {
            persons.add(new Person());
            return persons.size() - 1;
        });
    }

    void invited(String userId, @Nullable String department, @Nullable String role) {
        var person = person(userId);
        person.department = department == null ? NEVER : department(department);
        person.namedChampion =
                role != null && role.toLowerCase(java.util.Locale.ROOT).contains("champion");
    }

    private int department(String name) {
        int number = departments.computeIfAbsent(name, _ -> departments.size());
        if (number >= departmentSeenOn.length) {
            departmentSeenOn = Arrays.copyOf(departmentSeenOn, 2 * number);
        }
        return number;
    }

    void enabled(String userId, boolean enabled) {
        person(userId).enabled = enabled;
    }

    void erased(String userId) {
        person(userId).erased = true;
    }

    void audience(int departments) {
        audienceDepartments = departments;
    }

    void trainingTold() {
        toldOfTraining = true;
    }

    void completed(String userId, String courseId) {
        person(userId).completed(courseId, required);
        toldOfTraining = true;
    }

    /** Says what a user did today, and whether it is the first of the day; the feature is null for a log-on. */
    boolean did(String userId, @Nullable String feature, long count) {
        var person = person(userId);
        boolean first = person.lastActive != today;
        person.lastActive = today;
        var amount = Math.min(Math.max(count, 1), Usage.MOST);
        uses.add(today, number(userId), amount);
        move(person, amount);
        if (feature != null) {
            climb(person, feature);
        }
        return first;
    }

    private void move(Person person, long amount) {
        squares += (double) (person.now + amount) * (person.now + amount) - (double) person.now * person.now;
        person.now += amount;
        total += amount;
    }

    private void climb(Person person, String feature) {
        int number = features.computeIfAbsent(feature, _ -> features.size());
        int known = definitions.levelOn(feature, today + origin);
        int level = known < 0 ? RiskDefinitions.CORE : known;
        if (person.used.add(number)) {
            person.featuresAt[level]++;
            person.lastNewFeature = today;
        }
        if (person.lastDayAt[level] != today) {
            person.lastDayAt[level] = today;
            person.daysAt[level]++;
        }
        if (level > person.position && person.featuresAt[level] >= 2 && person.daysAt[level] >= 2) {
            person.position = level;
            lastRise = today;
        }
    }

    void moveTo(int day) {
        today = day;
        while (uses.isBy(leavesWindow, day - WINDOW)) {
            var person = persons.get(uses.person(leavesWindow));
            move(person, -uses.amount(leavesWindow));
            person.before += uses.amount(leavesWindow++);
        }
        while (uses.isBy(leavesBefore, day - 2 * WINDOW)) {
            persons.get(uses.person(leavesBefore)).before -= uses.amount(leavesBefore++);
        }
    }

    void defined() {
        required = definitions.requiredOn(today + origin);
        persons.forEach(person -> person.require(required));
        knowsLadder = definitions.knowsLadderOn(today + origin);
    }

    /** Looks at every user once. */
    void endDay() {
        active = enabled = loggedOn = trained = dropped = everActive = activeBefore = departmentsReached = climbing = 0;
        most = mostBefore = 0;
        champion = NEVER;
        int number = 0;
        for (var person : persons) {
            if (person.worksHere()) {
                enabled++;
                loggedOn += person.lastActive >= 0 ? 1 : 0;
                trained += person.isTrained() ? 1 : 0;
            }
            if (person.lastActive >= 0) {
                endDayOf(person);
            }
            if (person.before > mostBefore || (person.namedChampion && person.before > 0)) {
                mostBefore = person.namedChampion ? Long.MAX_VALUE : person.before;
                champion = number;
            }
            number++;
        }
    }

    private void endDayOf(Person person) {
        everActive++;
        activeBefore += person.before > 0 ? 1 : 0;
        most = Math.max(most, person.now);
        if (person.lastActive > today - WINDOW) {
            active++;
            climbing += person.position < RiskDefinitions.ADVANCED ? 1 : 0;
            if (person.department >= 0 && departmentSeenOn[person.department] != today + 1) {
                departmentSeenOn[person.department] = today + 1;
                departmentsReached++;
            }
        } else if (person.lastNewFeature >= 0 && person.lastActive - person.lastNewFeature <= DROPPED_AFTER) {
            dropped++;
        }
    }

    /** Users who may work. */
    public int enabled() {
        return enabled;
    }

    /** Users of whom anything was ever told. */
    public int known() {
        return persons.size();
    }

    /** Users active within 28 days. */
    public int active() {
        return active;
    }

    /** Users who may work and ever logged on. */
    public int loggedOn() {
        return loggedOn;
    }

    /** Users who may work and completed all that is required. */
    public int trained() {
        return trained;
    }

    /** Whether anything says who is to be trained, or was. */
    public boolean knowsTraining() {
        return toldOfTraining || !required.isEmpty();
    }

    /** Users who were ever active. */
    public int everActive() {
        return everActive;
    }

    /** Users who have been silent for four weeks, and fell silent within two weeks of using something for the first time. */
    public int dropped() {
        return dropped;
    }

    /** Departments with an active user. */
    public int departmentsReached() {
        return departmentsReached;
    }

    /** Departments that the product is meant for, or else those that users are known to work in. */
    public int departments() {
        return Math.max(audienceDepartments, departments.size());
    }

    /** Share of the most active user in what users did within 28 days, of 1; NaN when nobody did anything. */
    public double topShare() {
        return total == 0 ? Double.NaN : (double) most / total;
    }

    /** As many users of equal use would be as concentrated; NaN when nobody did anything. */
    public double effectiveUsers() {
        return total == 0 ? Double.NaN : (double) total * total / squares;
    }

    /** Users who did something in the 28 days before. */
    public int activeBefore() {
        return activeBefore;
    }

    /** Whether there was a champion in the 28 days before: named as one, or the one who did most. */
    public boolean hadChampion() {
        return champion >= 0 && persons.get(champion).before >= LEAST_OF_A_CHAMPION;
    }

    /** Whether the champion may not work any more, or has not been seen for 28 days. */
    public boolean championIsLost() {
        var person = persons.get(champion);
        return !person.worksHere() || person.lastActive <= today - WINDOW;
    }

    /** Whether there is a ladder to climb. */
    public boolean knowsLadder() {
        return knowsLadder;
    }

    /** Active users who are not on the highest step. */
    public int climbing() {
        return climbing;
    }

    /** Day on which a user rose last; less than 0 for never. */
    int lastRise() {
        return lastRise;
    }
}
