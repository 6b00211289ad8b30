package tenure.domain.shared;

/** Free text; may be empty and may have lines. */
@Limits(maxLength = 4_000)
public record Note(String value) {
    /** Checks the value. */
    public Note {
        Checked.text(value, 0, 4_000);
    }
}
