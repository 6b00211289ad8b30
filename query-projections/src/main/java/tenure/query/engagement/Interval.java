package tenure.query.engagement;

/** Into what time is cut, to compare one part with the one before. */
enum Interval {
    DAY(1),
    WEEK(7),
    FOUR_WEEKS(28);

    final int days;

    Interval(int days) {
        this.days = days;
    }
}
