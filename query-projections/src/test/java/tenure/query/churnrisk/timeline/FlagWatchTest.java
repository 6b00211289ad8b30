package tenure.query.churnrisk.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tenure.query.churnrisk.model.DefaultModel;

class FlagWatchTest {

    /** Below 40 for seven days raises, at 50 or above for seven days clears. */
    private final FlagWatch watch = new FlagWatch(DefaultModel.MODEL);

    private int day;

    private void days(int count, int health) {
        for (int i = 0; i < count; i++) {
            watch.on(day++, health * 10_000, false);
        }
    }

    @Test
    void waitsUntilTheHealthHasBeenLowForLongEnough() {
        days(6, 39);
        days(1, 40);
        days(6, 39);
        assertThat(watch.isUp()).isFalse();
        days(1, 39);
        assertThat(watch.spans()).singleElement().satisfies(span -> {
            assertThat(span.raisedOn()).isEqualTo(13);
            assertThat(span.stands()).isTrue();
        });
    }

    @Test
    void isNotClearedByAHealthThatIsInBetween() {
        days(7, 10);
        days(50, 49);
        assertThat(watch.isUp()).isTrue();
        days(7, 50);
        assertThat(watch.spans()).containsExactly(new FlagWatch.Span(6, 100_000, 63));
    }

    @Test
    void goesWithTheCustomer() {
        days(7, 10);
        watch.on(day, 0, true);
        assertThat(watch.isUp()).isFalse();
    }
}
