package tenure.domain.shared;

/** A short word that programs sort by, such as a reason code. */
@Limits(pattern = Checked.ID_PATTERN)
public record Code(String value) {
    /** Checks the value. */
    public Code {
        Checked.id(value);
    }
}
