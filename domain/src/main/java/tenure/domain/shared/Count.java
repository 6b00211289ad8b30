package tenure.domain.shared;

/** How often something was done. */
@Limits(max = 1_000_000_000_000L)
public record Count(long value) {
    /** Checks the value. */
    public Count {
        Checked.range(value, 0, 1_000_000_000_000L);
    }
}
