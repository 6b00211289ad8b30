package tenure.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import tenure.app.security.Problem;

/** A problem that is known by its status only. */
final class StatusProblem {
    private StatusProblem() {}

    static void write(HttpServletResponse response, int status) throws IOException {
        var known = HttpStatus.resolve(status);
        var title = known == null ? "Error" : known.getReasonPhrase();
        var code = known == null ? "STATUS_" + status : known.name();
        Problem.write(response, status, title, detail(status), code.toUpperCase(Locale.ROOT));
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not know this method.";
            case 406 -> "The answer does not exist in a format that the request accepts.";
            case 413 -> "The request is larger than allowed.";
            case 414 -> "The address is longer than allowed.";
            case 415 -> "The body is of a kind that this address does not read; send application/json.";
            case 431 -> "The headers are larger than allowed.";
            case 503 -> "Tenure is not ready for this just now; try again in a moment.";
            default ->
                status >= 500
                        ? "Something went wrong inside Tenure; its log has the details."
                        : "The request was refused.";
        };
    }
}
