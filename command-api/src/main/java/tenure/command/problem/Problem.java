package tenure.command.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done (RFC 9457).
 *
 * @param code           what a client reads to tell problems apart
 * @param outcome        {@code not_applied} when nothing was stored for sure, {@code unknown} when it is not known
 * @param errors         what is wrong with the request, all of it
 * @param currentVersion version of the stream, when another one was expected
 * @param near           names that come near an unknown one
 * @param candidates     ids to choose from, when a refusal asks for a choice
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String outcome,
        List<FieldError> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long currentVersion,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> near,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> candidates) {

    /** Nothing was stored. */
    public static final String NOT_APPLIED = "not_applied";

    /** It may have been stored; sending it again with the same key tells. */
    public static final String UNKNOWN = "unknown";

    /** Nothing was stored, for the given reason. */
    public static Problem notApplied(int status, String code, String detail) {
        return of(status, code, detail, NOT_APPLIED);
    }

    /** Something failed on our side and it is not known how far it came. */
    public static Problem unexpected() {
        return of(
                500,
                "UNEXPECTED",
                "Something failed on our side. Send it again with the same Idempotency-Key to learn the outcome.",
                UNKNOWN);
    }

    /** A problem of the usual form. */
    public static Problem of(int status, String code, String detail, String outcome) {
        return new Problem(
                typeOf(code), titleOf(code), status, detail, code, outcome, List.of(), null, List.of(), List.of());
    }

    /** The same with everything that is wrong with the request. */
    public Problem withErrors(List<FieldError> found) {
        return new Problem(
                type, title, status, detail, code, outcome, List.copyOf(found), currentVersion, near, candidates);
    }

    /** The same with the version that the stream is at. */
    public Problem withCurrentVersion(long version) {
        return new Problem(type, title, status, detail, code, outcome, errors, version, near, candidates);
    }

    /** The same with names that may have been meant. */
    public Problem withNear(List<String> names) {
        return new Problem(
                type, title, status, detail, code, outcome, errors, currentVersion, List.copyOf(names), candidates);
    }

    /** The same with ids to choose from. */
    public Problem withCandidates(List<String> ids) {
        return new Problem(type, title, status, detail, code, outcome, errors, currentVersion, near, List.copyOf(ids));
    }

    private static String typeOf(String code) {
        return "urn:tenure:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String titleOf(String code) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
