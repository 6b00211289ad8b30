package tenure.query.churnrisk.statistics.learning;

/**
 * How much must be there before anything is learned.
 *
 * @param leastCustomers different customers in closed windows
 * @param leastLosses    different customers that were lost in them
 */
public record LearningRules(int leastCustomers, int leastLosses) {

    /** With fewer than 30 losses even one weight is mostly chance. */
    public static final LearningRules DEFAULT = new LearningRules(50, 30);
}
