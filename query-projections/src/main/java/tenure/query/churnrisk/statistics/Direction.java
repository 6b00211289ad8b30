package tenure.query.churnrisk.statistics;

/** What more of a signal may mean for the risk; what is learned never says the opposite. */
public enum Direction {
    MORE_IS_RISKIER(1),
    MORE_IS_SAFER(-1),
    FREE(0);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** 1 where more is riskier, -1 where more is safer, 0 where either may be. */
    public int sign() {
        return sign;
    }
}
