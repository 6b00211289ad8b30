package tenure.query.savedview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.savedview.SavedViews.KeptView;
import tenure.query.savedview.SavedViews.KeptViews;
import tenure.query.savedview.SavedViews.ViewToKeep;
import tenure.query.shared.JsonBody;
import tenure.query.shared.Refusals;

/** Keeps ways to look at a page under a name, for oneself or for all. */
@RestController
@Tag(name = "Saved views")
class SavedViewController {

    private static final String ACTOR = "Tenure-Actor";
    private static final String ACTOR_PATTERN = "[A-Za-z0-9._:@-]{1,64}";
    private static final Pattern ACTORS = Pattern.compile(ACTOR_PATTERN);
    private static final Pattern PAGES = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}|\\p{Cs}");
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_SEARCH = 4_000;
    private static final String LOCAL = "local";

    private final SavedViews views;

    SavedViewController(SavedViews views) {
        this.views = views;
    }

    @GetMapping("/api/v1/saved-views/{page}")
    @Operation(summary = "The views of a page that the caller keeps, and those that others share")
    @Parameter(name = ACTOR, in = ParameterIn.HEADER, schema = @Schema(pattern = ACTOR_PATTERN))
    KeptViews savedViews(@PathVariable String page, HttpServletRequest request) {
        return views.of(page(page), actor(request));
    }

    @PutMapping(path = "/api/v1/saved-views/{page}/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Keep a view under a name",
            description = "The id is a UUID that the caller chose; the view that is kept under it is replaced.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ViewToKeep.class))))
    @Parameter(name = ACTOR, in = ParameterIn.HEADER, schema = @Schema(pattern = ACTOR_PATTERN))
    KeptView keepView(@PathVariable String page, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        var wanted = JsonBody.read(request, ViewToKeep.class);
        return views.keep(
                id(id),
                page(page),
                actor(request),
                text("name", wanted.name(), 1, LONGEST_NAME).strip(),
                text("search", wanted.search(), 0, LONGEST_SEARCH),
                Boolean.TRUE.equals(wanted.shared()));
    }

    @DeleteMapping("/api/v1/saved-views/{page}/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keep a view no longer")
    @Parameter(name = ACTOR, in = ParameterIn.HEADER, schema = @Schema(pattern = ACTOR_PATTERN))
    void removeView(@PathVariable String page, @PathVariable String id, HttpServletRequest request) {
        views.remove(id(id), page(page), actor(request));
    }

    /** Who asks, as with commands: there are no logins yet, so it is believed. */
    private static String actor(HttpServletRequest request) {
        var actor = Objects.requireNonNullElse(request.getHeader(ACTOR), LOCAL);
        if (!ACTORS.matcher(actor).matches()) {
            throw Refusals.badParameter(
                    ACTOR, "BAD_ACTOR", ACTOR + " has 1 to 64 of the characters A-Z a-z 0-9 . _ : @ -");
        }
        return actor;
    }

    private static String page(String page) {
        if (!PAGES.matcher(page).matches()) {
            throw Refusals.badParameter(
                    "page", "INVALID_TEXT", "A page is named with 1 to 40 of the characters a-z and -.");
        }
        return page;
    }

    private static UUID id(String id) {
        try {
            if (id.length() == 36) {
                return UUID.fromString(id);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw Refusals.badParameter("id", "BAD_ID", "The id of a saved view is a UUID.");
    }

    private static String text(String field, @Nullable String text, int shortest, int longest) {
        if (text == null
                || text.strip().length() < shortest
                || text.length() > longest
                || CONTROLS.matcher(text).find()) {
            throw Refusals.badParameter(
                    field,
                    "INVALID_TEXT",
                    "'%s' has %d to %d characters, and none that control.".formatted(field, shortest, longest));
        }
        return text;
    }
}
