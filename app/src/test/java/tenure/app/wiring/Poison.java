package tenure.app.wiring;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.domain.usage.event.UsageDayReported;

/** What a handler may do after it has written its first row. */
enum Poison {
    EXCEPTION {
        @Override
        void take(UsageDayReported event, JdbcClient jdbc) {
            throw new IllegalStateException("Indigestible");
        }
    },
    ENDLESS_RECURSION {
        @Override
        void take(UsageDayReported event, JdbcClient jdbc) {
            take(event, jdbc);
            take(event, jdbc);
        }
    },
    REFUSED_BY_A_CONSTRAINT {
        @Override
        void take(UsageDayReported event, JdbcClient jdbc) {
            jdbc.sql("insert into strict values (1), (1)").update();
        }
    },
    REFUSED_AND_KEPT_QUIET {
        @Override
        void take(UsageDayReported event, JdbcClient jdbc) {
            try {
                REFUSED_BY_A_CONSTRAINT.take(event, jdbc);
            } catch (DataIntegrityViolationException e) {
                // As if nothing had happened.
            }
        }
    },
    TOO_LARGE_FOR_AN_INDEX {
        @Override
        void take(UsageDayReported event, JdbcClient jdbc) {
            var noise =
                    IntStream.range(0, 20_000).mapToObj(Integer::toHexString).collect(joining());
            jdbc.sql("insert into indexed values (?)").param(noise).update();
        }
    },
    TOO_SLOW {
        @Override
        void take(UsageDayReported event, JdbcClient jdbc) {
            jdbc.sql("set local statement_timeout = 50").update();
            jdbc.sql("select pg_sleep(10)").query((row, number) -> 0).list();
        }
    },
    SECOND_ROW_THEN_EXCEPTION {
        @Override
        void take(UsageDayReported event, JdbcClient jdbc) {
            jdbc.sql("insert into seen (customer) values ('half')").update();
            throw new IllegalStateException("Indigestible, and says so with a \0 in it \uD800");
        }
    },
    NUL_IN_THE_PAYLOAD {
        @Override
        void take(UsageDayReported event, JdbcClient jdbc) {
            var feature = event.features().keySet().iterator().next();
            assertThat(feature).contains("\0");
            jdbc.sql("insert into seen (customer) values (?)").param(feature).update();
        }
    };

    abstract void take(UsageDayReported event, JdbcClient jdbc);

    /** Makes the tables that some of it needs. */
    static void prepare(JdbcClient jdbc) {
        jdbc.sql("create table strict (id integer primary key)").update();
        jdbc.sql("create table indexed (words text primary key)").update();
    }
}
