package tenure.domain.shared;

/** A name or another single line of text. */
@Limits(minLength = 1, maxLength = 256)
public record Label(String value) {
    /** Checks the value. */
    public Label {
        Checked.line(value, 1, 256);
    }
}
