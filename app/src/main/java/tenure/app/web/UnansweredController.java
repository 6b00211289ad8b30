package tenure.app.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Turns every error that no controller has answered into a problem; says nothing about the inside. */
@Hidden
@Controller
class UnansweredController implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Nobody has a reason to ask for this address itself.
        StatusProblem.write(response, status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND);
    }
}
