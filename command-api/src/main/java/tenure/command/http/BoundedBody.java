package tenure.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;

/** Reads a body without ever holding more than its limit. */
final class BoundedBody {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedBody.class);

    private BoundedBody() {}

    /** The bytes; 408 when they do not arrive, 413 when there are more, 415 when they are packed or not UTF-8. */
    static byte[] of(HttpServletRequest request, int limit) {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        mustBePlainUtf8(request);
        byte[] body = read(request, limit + 1);
        if (body.length > limit) {
            throw tooLarge(limit);
        }
        return body;
    }

    /** A client that is slow or gone is no fault of ours, so nobody is to be woken by it. */
    private static byte[] read(HttpServletRequest request, int most) {
        try {
            return request.getInputStream().readNBytes(most);
        } catch (IOException brokenOff) {
            LOG.debug("A body did not arrive.", brokenOff);
            throw new ProblemException(Problem.notApplied(
                    408, "BODY_INCOMPLETE", "The body did not arrive, or not in time; send it again."));
        }
    }

    private static void mustBePlainUtf8(HttpServletRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw unsupported("Send the body unpacked, without Content-Encoding.");
        }
        var charset = MediaType.parseMediaType(request.getContentType()).getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw unsupported("Send the body in UTF-8.");
        }
    }

    private static ProblemException unsupported(String sentence) {
        return new ProblemException(Problem.notApplied(415, "UNSUPPORTED_MEDIA_TYPE", sentence));
    }

    private static ProblemException tooLarge(int limit) {
        return new ProblemException(
                Problem.notApplied(413, "TOO_LARGE", "A body here has at most %d bytes.".formatted(limit)));
    }
}
