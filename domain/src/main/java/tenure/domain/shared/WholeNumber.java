package tenure.domain.shared;

/** A number of people, features or days. */
@Limits(max = 1_000_000_000)
public record WholeNumber(int value) {
    /** Checks the value. */
    public WholeNumber {
        Checked.range(value, 0, 1_000_000_000);
    }
}
