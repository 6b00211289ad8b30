package tenure.domain.shared;

/** How far into the product something leads: a feature, a course, or the question of a ticket. */
public enum Level {
    INTRODUCTORY,
    CORE,
    ADVANCED;

    /** As it is sent and stored. */
    @Override
    public String toString() {
        return Word.of(this);
    }
}
