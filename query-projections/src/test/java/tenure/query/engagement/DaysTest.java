package tenure.query.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tenure.eventstore.drill.Drill;

class DaysTest {

    @Test
    void answerAsASetOfThemDoes() {
        var drill = new Drill("days");
        for (int round = 0; round < drill.amount("sets", 500); round++) {
            var random = drill.random(round);
            var set = new TreeSet<Integer>();
            var gathered = new Days.Gathered();
            random.ints(random.nextInt(40), -400, 400).forEach(day -> {
                set.add(day);
                gathered.add(day);
            });
            var days = gathered.days();
            for (int question = 0; question < 50; question++) {
                int first = random.nextInt(-600, 600);
                int last = first + random.nextInt(200);
                var between = set.subSet(first, true, last, true);
                assertThat(days.count(first, last)).as("%s", set).isEqualTo(between.size());
                assertThat(days.any(first, last)).isEqualTo(!between.isEmpty());
                assertThat(days.from(first)).isEqualTo(Objects.requireNonNullElse(set.ceiling(first), Days.NEVER));
                assertThat(days.until(first)).isEqualTo(Objects.requireNonNullElse(set.floor(first), Days.NONE));
            }
            assertThat(days.first()).isEqualTo(set.isEmpty() ? Days.NEVER : set.getFirst());
        }
    }

    @Test
    void takeInOthers() {
        var some = new Days.Gathered();
        some.add(100);
        var others = new Days.Gathered();
        others.add(-100);
        others.add(1_000);

        some.addAll(others);

        assertThat(some.days().count(-1_000, 2_000)).isEqualTo(3);
        assertThat(some.days().first()).isEqualTo(-100);
    }
}
