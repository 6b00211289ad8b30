package tenure.app.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page at {@code /}: the one address that is no path of a file. */
@Hidden
@Controller
class PageController {

    @GetMapping("/")
    ResponseEntity<Resource> page() {
        var page = Pages.page();
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .eTag(Pages.digest(page))
                .body(page);
    }
}
