package tenure.command.catalogue;

/** Text of a stranger in a form that can be answered and logged. */
final class SafeText {

    /** Longest pointer that is answered. */
    static final int POINTER = 300;

    private static final int USUAL = 64;

    private SafeText() {}

    static String of(String text) {
        return of(text, USUAL);
    }

    static String of(String text, int longest) {
        var safe = new StringBuilder();
        text.codePoints().limit(longest).forEach(letter -> {
            boolean halfOfAPair = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
            safe.appendCodePoint(halfOfAPair || Character.isISOControl(letter) ? '\uFFFD' : letter);
        });
        return safe.toString();
    }
}
