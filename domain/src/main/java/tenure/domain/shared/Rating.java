package tenure.domain.shared;

/** How content somebody is: 1 is worst, 5 best. */
@Limits(min = 1, max = 5)
public record Rating(int value) {
    /** Checks the value. */
    public Rating {
        Checked.range(value, 1, 5);
    }
}
