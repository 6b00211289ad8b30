package tenure.query.funnel;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.FunnelDefinition.Exclusion;
import tenure.query.shared.Question;
import tenure.query.shared.Refusals;

/**
 * Asks for a funnel; what is null is as the funnel has it.
 *
 * @param from        first day of entry
 * @param to          first day of entry that does not count any more
 * @param cohort      month in which the first contract of the customer began
 * @param horizonDays days from entry by whose end a step of the onboarding must be done
 * @param optional    steps, by index, that later ones can be reached without, besides those defined so
 * @param customerId  the only customer that counts
 */
record FunnelQuestion(
        String funnelId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable YearMonth cohort,
        @Nullable Unit unit,
        @Nullable Integer horizonDays,
        @Nullable Order order,
        @Nullable Integer windowHours,
        List<Exclusion> exclusions,
        Set<Integer> optional,
        @Nullable String customerId) {

    static final String ONBOARDING = "onboarding";
    static final int HORIZON_DAYS = 90;

    private static final int MAX_HOURS = 100 * 365 * 24;
    private static final int MAX_STEPS = 20;

    /** What goes through a funnel. */
    enum Unit {
        CUSTOMERS,
        USERS,
        ACCOUNTS,
        SEATS;

        /** The word in answers. */
        @JsonValue
        String word() {
            return Question.word(this);
        }
    }

    /** How steps must follow each other. */
    enum Order {
        INDEPENDENT,
        ANY,
        ORDERED,
        STRICT;

        /** The word in answers. */
        @JsonValue
        String word() {
            return Question.word(this);
        }
    }

    /** The question, checked. */
    static FunnelQuestion of(String funnelId, Question question) {
        var onboarding = funnelId.equals(ONBOARDING);
        for (var name : onboarding ? List.of("order", "windowHours", "exclude") : List.of("horizon")) {
            if (!question.texts(name).isEmpty()) {
                throw Refusals.badParameter(
                        name,
                        "DOES_NOT_APPLY",
                        "The funnel '" + funnelId + "' knows no '" + name + "'. The funnel 'onboarding' has a horizon;"
                                + " funnels that were defined have an order, a window and exclusions.");
            }
        }
        var unit = question.text("unit") == null ? null : question.choice("unit", Unit.class, Unit.USERS);
        if ((unit != null && onboarding == (unit == Unit.CUSTOMERS))
                || (!onboarding && (unit == Unit.ACCOUNTS || unit == Unit.SEATS))) {
            throw Refusals.badParameter(
                    "unit",
                    "DOES_NOT_APPLY",
                    "'unit' must be " + (onboarding ? "users, accounts or seats." : "customers or users."));
        }
        var asked = new FunnelQuestion(
                funnelId,
                question.day("from"),
                question.day("to"),
                month(question),
                unit,
                onboarding ? (int) question.number("horizon", 1, 3_650, HORIZON_DAYS) : null,
                question.text("order") == null ? null : question.choice("order", Order.class, Order.ORDERED),
                question.text("windowHours") == null ? null : (int) question.number("windowHours", 1, MAX_HOURS, 1),
                question.texts("exclude").stream()
                        .map(FunnelQuestion::exclusion)
                        .toList(),
                question.texts("optional").stream()
                        .map(step -> (int) Question.number("optional", step, 1, MAX_STEPS))
                        .collect(TreeSet::new, Set::add, Set::addAll),
                question.text("customer"));
        if (asked.enteredFrom().isAfter(asked.enteredBefore(question))) {
            throw Refusals.badParameter("from", "ENDS_BEFORE_IT_BEGINS", "'from' must not be after 'to' or 'asOf'.");
        }
        return asked;
    }

    LocalDate enteredFrom() {
        return from == null ? LocalDate.EPOCH : from;
    }

    private LocalDate enteredBefore(Question question) {
        return to == null ? question.asOf().day().plusDays(1) : to;
    }

    /** Whether who entered on a day, told since 1970, counts. */
    boolean takes(int day) {
        return day >= enteredFrom().toEpochDay() && (to == null || day < to.toEpochDay());
    }

    /** The onboarding counts people unless it is asked for something else. */
    Unit onboardingUnit() {
        return unit == null ? Unit.USERS : unit;
    }

    int horizon() {
        return horizonDays == null ? HORIZON_DAYS : horizonDays;
    }

    /** The question as text, for the address of a figure; {@link #parameters} reads it again. */
    String subject(String... more) {
        var parts = new LinkedHashMap<String, Object>();
        put(parts, "from", from);
        put(parts, "to", to);
        put(parts, "cohort", cohort);
        put(parts, "unit", unit == null ? null : unit.word());
        put(parts, "horizon", horizonDays);
        put(parts, "order", order == null ? null : order.word());
        put(parts, "windowHours", windowHours);
        put(
                parts,
                "exclude",
                exclusions.isEmpty()
                        ? null
                        : exclusions.stream()
                                .map(exclusion ->
                                        escaped(exclusion.event()) + ":" + exclusion.after() + ":" + exclusion.before())
                                .collect(joining(",")));
        put(
                parts,
                "optional",
                optional.isEmpty()
                        ? null
                        : optional.stream().map(String::valueOf).collect(joining(",")));
        for (int i = 0; i < more.length; i += 2) {
            put(parts, more[i], escaped(more[i + 1]));
        }
        return funnelId
                + parts.entrySet().stream()
                        .map(part -> ";" + part.getKey() + "=" + part.getValue())
                        .collect(joining());
    }

    private static void put(Map<String, Object> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value);
        }
    }

    /** The parameters that a text of {@link #subject} names. */
    static Map<String, String[]> parameters(String subject) {
        var parameters = new LinkedHashMap<String, String[]>();
        for (var part : subject.split(";", -1)) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                var name = part.substring(0, equals);
                var value = part.substring(equals + 1);
                var many = name.equals("exclude") || name.equals("optional");
                parameters.put(
                        name,
                        Stream.of(many ? value.split(",", -1) : new String[] {value})
                                .map(FunnelQuestion::unescaped)
                                .toArray(String[]::new));
            }
        }
        return parameters;
    }

    /** A value may hold what separates the parts of a subject, and then must not be taken for it. */
    private static String escaped(String value) {
        return value.replace("%", "%25").replace(";", "%3B").replace(",", "%2C");
    }

    private static String unescaped(String value) {
        return value.replace("%2C", ",").replace("%3B", ";").replace("%25", "%");
    }

    /** The value of an enumeration that a word means. */
    static <E extends Enum<E>> E of(Class<E> choices, String word) {
        return Stream.of(choices.getEnumConstants())
                .filter(choice -> Question.word(choice).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such " + choices.getSimpleName() + ": " + word));
    }

    private static @Nullable YearMonth month(Question question) {
        var value = question.text("cohort");
        try {
            return value == null ? null : YearMonth.parse(value);
        } catch (DateTimeException e) {
            throw Refusals.badParameter("cohort", "INVALID_MONTH", "'cohort' must be a month such as 2023-06.");
        }
    }

    private static Exclusion exclusion(String text) {
        var parts = new ArrayList<>(List.of(text.split(":", -1)));
        if (parts.size() == 3) {
            var after = (int) Question.number("exclude", parts.get(1), 0, MAX_STEPS);
            var before = (int) Question.number("exclude", parts.get(2), 1, MAX_STEPS);
            if (after < before) {
                return new Exclusion(parts.getFirst(), after, before);
            }
        }
        throw Refusals.badParameter(
                "exclude",
                "INVALID_EXCLUSION",
                "'exclude' must be an event, the index of the step after which and of that before which it counts, such"
                        + " as ticket.opened:0:2.");
    }
}
