package tenure.query.churnrisk.statistics.learning;

/** Which signals share one weight: the fewer weights, the fewer losses are needed to learn them. */
enum Grouping {
    /** All signals that have a direction. */
    TOGETHER,
    /** Those that say much the same. */
    ALIKE,
    /** Each has its own, and one for where it is missing. */
    OWN
}
