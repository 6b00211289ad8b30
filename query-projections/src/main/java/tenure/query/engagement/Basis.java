package tenure.query.engagement;

import com.fasterxml.jackson.annotation.JsonValue;
import tenure.query.people.CustomerPeople;
import tenure.query.shared.Question;

/** What is known of a customer's use, so that nobody takes a source that knows no persons for a customer without any. */
public enum Basis {
    /** Persons are known, and what each did. */
    PERSONS,
    /** Only totals of days are known: whatever needs persons has no answer. */
    TOTALS,
    /** Nothing was ever reported. */
    NONE;

    /** The word in answers. */
    @JsonValue
    public String word() {
        return Question.word(this);
    }

    static Basis of(CustomerPeople customer) {
        return !customer.persons().isEmpty() ? PERSONS : customer.firstActiveOn() != null ? TOTALS : NONE;
    }
}
