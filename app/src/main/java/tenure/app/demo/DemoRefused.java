package tenure.app.demo;

/** The demo company cannot be loaded here. The message is a sentence for the person who asked for it. */
public final class DemoRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoRefused(String sentence) {
        super(sentence);
    }

    DemoRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
