package tenure.command.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.Word;

/**
 * An import that was sent over HTTP.
 *
 * @param importId   names it
 * @param mapping    the mapping that it is read by
 * @param state      how far it is
 * @param rows       rows read so far
 * @param bytesRead  bytes read so far of its files
 * @param bytesTotal bytes of all its files
 * @param detail     why it was refused or stopped; empty otherwise
 * @param trial      what would become of it; null until it has been tried
 * @param report     what became of it; null until it was committed
 */
public record UploadedImport(
        String importId,
        String mapping,
        State state,
        long rows,
        long bytesRead,
        long bytesTotal,
        String detail,
        @Nullable ImportSummary trial,
        @Nullable ImportSummary report) {

    /** The states of an import. */
    public enum State {
        /** Being tried. */
        TRYING,
        /** Tried; it can be committed. */
        TRIED,
        /** It cannot be imported at all. */
        REFUSED,
        /** Being committed. */
        COMMITTING,
        /** Over; the report says what is in. */
        COMMITTED,
        /** Ended before its end; committing it again goes on where it stopped. */
        STOPPED;

        /** As it stands in answers. */
        @JsonValue
        public String word() {
            return Word.of(this);
        }
    }

    static UploadedImport begun(String importId, String mapping) {
        return new UploadedImport(importId, mapping, State.TRYING, 0, 0, 0, "", null, null);
    }

    UploadedImport in(State next, String because) {
        return new UploadedImport(importId, mapping, next, rows, bytesRead, bytesTotal, because, trial, report);
    }

    UploadedImport at(ImportProgress progress) {
        return new UploadedImport(
                importId,
                mapping,
                state,
                progress.rows(),
                progress.bytesRead(),
                progress.bytesTotal(),
                detail,
                trial,
                report);
    }

    UploadedImport tried(ImportSummary found) {
        return new UploadedImport(importId, mapping, State.TRIED, rows, bytesRead, bytesTotal, detail, found, report);
    }

    UploadedImport committed(ImportSummary found) {
        return new UploadedImport(
                importId, mapping, State.COMMITTED, rows, bytesRead, bytesTotal, detail, trial, found);
    }
}
