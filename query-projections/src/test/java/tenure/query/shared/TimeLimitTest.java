package tenure.query.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionTimedOutException;

class TimeLimitTest {

    @Test
    void breaksALoopOffWhenItsTimeIsOver() {
        assertThatThrownBy(() -> TimeLimit.within(0, () -> {
                    while (true) {
                        TimeLimit.check();
                    }
                }))
                .isInstanceOf(TransactionTimedOutException.class);
    }

    @Test
    void leavesAloneWhatIsInTimeAndWhatIsNoAnswer() {
        TimeLimit.check();
        assertThat(TimeLimit.within(60, () -> {
                    TimeLimit.check();
                    return "answer";
                }))
                .isEqualTo("answer");
    }
}
