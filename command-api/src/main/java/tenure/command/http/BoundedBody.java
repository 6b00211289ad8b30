package tenure.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;

/** Reads a body without ever holding more than its limit. */
public final class BoundedBody {

    private static final String ENCODING = "Content-Encoding";

    private static final Logger LOG = LoggerFactory.getLogger(BoundedBody.class);

    private BoundedBody() {}

    /** The bytes; 408 when they do not arrive, 413 when there are more, 415 when they are packed or not UTF-8. */
    public static byte[] of(HttpServletRequest request, int limit) {
        String encoding = request.getHeader(ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw unsupported("Send the body unpacked, without Content-Encoding.");
        }
        return read(request, limit, packed -> packed);
    }

    /** Like {@link #of}, and takes a body packed with gzip as well; the limit is for what is in it. */
    public static byte[] unpacked(HttpServletRequest request, int limit) {
        return "gzip".equalsIgnoreCase(request.getHeader(ENCODING))
                ? read(request, limit, GZIPInputStream::new)
                : of(request, limit);
    }

    private static byte[] read(HttpServletRequest request, int limit, Unpacking unpacking) {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        mustBeUtf8(request);
        try {
            byte[] body = unpacking.of(request.getInputStream()).readNBytes(limit + 1);
            if (body.length > limit) {
                throw tooLarge(limit);
            }
            return body;
        } catch (ZipException noGzip) {
            throw ProblemException.badRequest("", "NOT_GZIP", "The body is not what Content-Encoding says: gzip.");
        } catch (IOException brokenOff) {
            // A client that is slow or gone is no fault of ours, so nobody is to be woken by it.
            LOG.debug("A body did not arrive.", brokenOff);
            throw new ProblemException(Problem.notApplied(
                    408, "BODY_INCOMPLETE", "The body did not arrive, or not in time; send it again."));
        }
    }

    private static void mustBeUtf8(HttpServletRequest request) {
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

    /** Makes a stream of what is in the body. */
    private interface Unpacking {
        InputStream of(InputStream packed) throws IOException;
    }
}
