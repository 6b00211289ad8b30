package tenure.domain.segment;

import tenure.domain.shared.Word;

/** How a property of a customer is compared with the values of a condition. */
public enum Operator {
    IS,
    IS_NOT,
    AT_LEAST,
    LESS_THAN,
    CONTAINS;

    /** Whether it compares with one value only: which of several would count? */
    boolean wantsOneValue() {
        return this == AT_LEAST || this == LESS_THAN;
    }

    /** As it is sent and stored. */
    @Override
    public String toString() {
        return Word.of(this);
    }
}
