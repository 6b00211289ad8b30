package tenure.command.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tenure.command.Request.Sender;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;

/** The door for files of other systems: sent once, tried at once, and committed when the trial pleases. */
@RestController
@Tag(name = "Imports")
class ImportController {

    private static final String PATH = "/api/v1/imports";

    private final ObjectProvider<UploadedImports> imports;

    /** The application says where uploads are kept. */
    ImportController(ObjectProvider<UploadedImports> imports) {
        this.imports = imports;
    }

    @PostMapping(path = PATH, consumes = "application/zip")
    @Operation(
            summary = "Sends a zip of CSV files and tries it, storing nothing",
            description = "The zip holds .csv files without folders, and a mapping.json unless a mapping is named. At"
                    + " most 50 MB, 50 files, and 256 MB unpacked.")
    ResponseEntity<UploadedImport> send(
            @RequestParam(required = false) @Nullable String mapping, HttpServletRequest request) {
        if (request.getContentLengthLong() > Upload.MOST_BYTES) {
            throw tooLarge();
        }
        String importId = Long.toString(System.currentTimeMillis(), 36) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        try {
            var begun = imports.getObject().take(importId, mapping, request.getInputStream(), sender(importId));
            return ResponseEntity.accepted()
                    .location(URI.create(PATH + "/" + importId))
                    .body(begun);
        } catch (Upload.TooLarge tooLarge) {
            throw tooLarge();
        } catch (IOException brokenOff) {
            throw new ProblemException(Problem.notApplied(
                    408, "BODY_INCOMPLETE", "The body did not arrive, or not in time; send it again."));
        }
    }

    @GetMapping(PATH + "/{importId}")
    @Operation(summary = "How far an import is, and what became of it")
    UploadedImport find(@PathVariable String importId) {
        return imports.getObject().find(checked(importId)).orElseThrow(() -> UploadedImports.unknown(importId));
    }

    @PostMapping(PATH + "/{importId}/commit")
    @Operation(
            summary = "Stores what was tried",
            description = "May be asked again: rows that are in already change nothing, so a stopped one goes on.")
    ResponseEntity<UploadedImport> commit(@PathVariable String importId) {
        return ResponseEntity.accepted().body(imports.getObject().commit(checked(importId), sender(importId)));
    }

    @DeleteMapping(PATH + "/{importId}")
    @Operation(
            summary = "Deletes an import and its files",
            description = "What it has stored stays in the log. Not while an import is at work.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String importId) throws IOException {
        imports.getObject().delete(checked(importId));
    }

    /** An id is part of a path on the disk. */
    private static String checked(String importId) {
        if (!importId.matches("[a-z0-9]{1,20}-[0-9a-f]{8}")) {
            throw UploadedImports.unknown("of that id");
        }
        return importId;
    }

    private static Sender sender(String importId) {
        return new Sender("import:" + importId, "local", importId);
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                Problem.notApplied(413, "TOO_LARGE", "A zip has at most %d MB.".formatted(Upload.MOST_BYTES >> 20)));
    }
}
