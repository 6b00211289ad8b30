package tenure.app.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import tenure.app.security.SecurityHeaders;

/** Answers what Tomcat refuses before any of our code sees it, such as a header that is too large, as a problem. */
public final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable problem) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            SecurityHeaders.set(response);
            StatusProblem.write(response, response.getStatus());
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // Nobody is there to read it.
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, e);
        }
    }
}
