package tenure.query.churnrisk.model;

/** Divides several numbers by one so that what comes out adds up. */
final class Shares {

    private Shares() {}

    /** Each by the divisor, rounded so that their sum is the rounded quotient of the sum; returns that. */
    static long divide(long[] numbers, long divisor) {
        long sum = 0;
        long before = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += numbers[i];
            long upTo = Math.floorDiv(2 * sum + divisor, 2 * divisor);
            numbers[i] = upTo - before;
            before = upTo;
        }
        return before;
    }
}
