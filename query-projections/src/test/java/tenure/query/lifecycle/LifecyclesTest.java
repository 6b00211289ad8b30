package tenure.query.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tenure.domain.correction.event.FactRetracted;
import tenure.query.projection.ProjectedLog;

class LifecyclesTest {

    @Test
    void areTheSameForTheSameSeed() {
        assertThat(new Lifecycles(new SplittableRandom(7)).of(20))
                .isEqualTo(new Lifecycles(new SplittableRandom(7)).of(20));
    }

    @Test
    void holdMostKindsOfEvents() {
        var kinds = new Lifecycles(new SplittableRandom(1))
                .of(60).stream().<Class<?>>map(told -> told.event().getClass()).collect(Collectors.toSet());
        assertThat(kinds).hasSizeGreaterThan(40).contains(FactRetracted.class);
    }

    @Test
    void areTakenInByARealLogInTheirOrder() {
        try (var log = new ProjectedLog()) {
            var told = new Lifecycles(new SplittableRandom(3)).of(5);
            log.recordMany(told);
            var stored = log.jdbc()
                    .sql("select event_id::text as id from eventstore.event order by position")
                    .query((row, number) -> row.getString("id"))
                    .list();
            assertThat(stored)
                    .isEqualTo(
                            told.stream().map(one -> one.eventId().toString()).toList());
        }
    }
}
