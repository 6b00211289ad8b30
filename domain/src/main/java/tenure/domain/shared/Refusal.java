package tenure.domain.shared;

/** Why an aggregate says no. Implemented by one enum per aggregate, so that the names are the codes. */
public interface Refusal {
    /** The name of the constant; part of the public contract. */
    String name();

    /** One sentence for the person who asked: what is wrong and what to do. */
    String text();

    /** What a client reads to tell refusals apart, such as {@code OUTSIDE_TERM}. */
    default String code() {
        return name();
    }

    /** Refuses the command in hand when the rule is broken. */
    default void refuseWhen(boolean broken) {
        if (broken) {
            throw new CommandRefused(this);
        }
    }
}
