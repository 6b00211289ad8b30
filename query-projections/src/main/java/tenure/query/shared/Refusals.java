package tenure.query.shared;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Questions that cannot be answered, as problem details with a code. */
public final class Refusals {

    private Refusals() {}

    /** 400: a parameter of the query is not what it should be. */
    public static ErrorResponseException badParameter(String parameter, String code, String detail) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "INVALID_PARAMETER",
                "Invalid parameter",
                detail,
                List.of(Map.of("parameter", parameter, "code", code, "detail", detail)));
    }

    /** 404: there is no such thing, or there was none yet on the day asked about. */
    public static ErrorResponseException notFound(String code, String detail) {
        return problem(HttpStatus.NOT_FOUND, code, "Not found", detail, List.of());
    }

    /** 503: a view has not caught up with the position that the reader wants to see. */
    public static ErrorResponseException notCaughtUp(String detail) {
        var refusal = problem(HttpStatus.SERVICE_UNAVAILABLE, "NOT_CAUGHT_UP", "View is behind", detail, List.of());
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return refusal;
    }

    /** 503: the answer was given up, as it would have kept others waiting. */
    public static ErrorResponseException tookTooLong(String detail) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "TOOK_TOO_LONG", "Took too long", detail, List.of());
    }

    /** 409: what is there stands against it. */
    public static ErrorResponseException conflict(String code, String detail) {
        return problem(HttpStatus.CONFLICT, code, "Conflict", detail, List.of());
    }

    /** 410: the place asked about was in a log that is no more. */
    public static ErrorResponseException gone(String code, String detail) {
        return problem(HttpStatus.GONE, code, "Gone", detail, List.of());
    }

    /** 413: the body is larger than it may be. */
    public static ErrorResponseException tooLarge(String detail) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", "Too large", detail, List.of());
    }

    private static ErrorResponseException problem(
            HttpStatus status, String code, String title, String detail, List<Map<String, String>> errors) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(
                URI.create("urn:tenure:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        body.setTitle(title);
        body.setProperty("code", code);
        body.setProperty("outcome", "not_applied");
        body.setProperty("errors", errors);
        return new ErrorResponseException(status, body, null);
    }
}
