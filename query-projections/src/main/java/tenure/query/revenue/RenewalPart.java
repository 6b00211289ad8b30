package tenure.query.revenue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenure.query.shared.Question;

/** What can be counted of renewals, in terms and in money. */
enum RenewalPart {
    /** All that were due. */
    DUE,
    /** Those that are not open. */
    DECIDED,
    /** Those that go on; of the money, the target at most. */
    KEPT,
    /** Those that do not. */
    LOST,
    /** Those that go on for less; of the money, how much less. */
    DOWNSELL,
    /** Lost and downsell together. */
    CHURN,
    /** Those that go on for more; of the money, how much more. */
    EXPANSION,
    /** Those that can still go on. */
    OPEN,
    /** Of these, those with a notice. */
    OPEN_WITH_NOTICE;

    private static final String PREFIX = "renewals.";
    private static final String TERMS = "-terms";

    boolean has(Renewal renewal) {
        var outcome = renewal.outcome();
        return switch (this) {
            case DUE -> true;
            case DECIDED -> outcome != RenewalOutcome.OPEN;
            case KEPT -> outcome != RenewalOutcome.OPEN && outcome != RenewalOutcome.LOST;
            case LOST -> outcome == RenewalOutcome.LOST;
            case DOWNSELL -> outcome == RenewalOutcome.SMALLER;
            case CHURN -> outcome == RenewalOutcome.LOST || outcome == RenewalOutcome.SMALLER;
            case EXPANSION -> outcome == RenewalOutcome.LARGER;
            case OPEN -> outcome == RenewalOutcome.OPEN;
            case OPEN_WITH_NOTICE -> outcome == RenewalOutcome.OPEN && renewal.notice();
        };
    }

    /** In minor units per month. */
    long amount(Renewal renewal) {
        if (!has(renewal)) {
            return 0;
        }
        return switch (this) {
            case DUE, DECIDED, LOST, OPEN, OPEN_WITH_NOTICE -> renewal.target();
            case KEPT -> renewal.kept();
            case DOWNSELL, CHURN -> renewal.churn();
            case EXPANSION -> renewal.renewed() - renewal.target();
        };
    }

    /** The name of its figure, in money or in terms. */
    String figure(boolean terms) {
        return PREFIX + Question.word(this) + (terms ? TERMS : "");
    }

    static List<String> figures() {
        var names = new ArrayList<String>();
        for (var part : values()) {
            names.add(part.figure(false));
            names.add(part.figure(true));
        }
        return names;
    }

    static boolean isInTerms(String figure) {
        return figure.endsWith(TERMS);
    }

    static RenewalPart of(String figure) {
        var word = figure.substring(PREFIX.length());
        var name = isInTerms(figure) ? word.substring(0, word.length() - TERMS.length()) : word;
        return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
