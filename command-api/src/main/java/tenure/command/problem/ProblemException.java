package tenure.command.problem;

import java.util.List;
import java.util.Map;

/** Carries a {@link Problem} to the door. It is an answer, not a fault, so it has no stack trace. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    /** A problem that needs no header. */
    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /** A problem whose answer has headers, such as {@code Retry-After}. */
    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    /** A decision that is refused. */
    public static ProblemException refused(String code, String detail) {
        return new ProblemException(Problem.notApplied(409, code, detail));
    }

    /** A request that cannot be read, for one reason. */
    public static ProblemException badRequest(String pointer, String code, String detail) {
        return badRequest(List.of(new FieldError(pointer, code, detail)));
    }

    /** A request that cannot be read, with all the reasons. */
    public static ProblemException badRequest(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        String detail = errors.size() == 1
                ? first.detail()
                : "%s And %d more; see errors.".formatted(first.detail(), errors.size() - 1);
        return new ProblemException(
                Problem.notApplied(400, "BAD_REQUEST", detail).withErrors(errors));
    }

    /** The problem. */
    public Problem problem() {
        return problem;
    }

    /** Headers of the answer. */
    public Map<String, String> headers() {
        return headers;
    }
}
