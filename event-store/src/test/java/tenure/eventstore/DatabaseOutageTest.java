package tenure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import tenure.eventstore.read.DatabaseOutage;

class DatabaseOutageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"08006", "40P01", "40001", "53100", "53300", "57P01", "57P03", "58030", "25006", "25P03", "55P03"
            })
    void passesByItself(String state) {
        assertThat(DatabaseOutage.isBehind(failure(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "22003", "54000", "57014", "42P01", "25P02"})
    void isNotWhatAnEventDoesToTheDatabase(String state) {
        assertThat(DatabaseOutage.isBehind(failure(state))).isFalse();
    }

    @Test
    void isAlsoAPoolWithoutConnections() {
        assertThat(DatabaseOutage.isBehind(new IllegalStateException(new SQLTransientConnectionException("none"))))
                .isTrue();
        assertThat(DatabaseOutage.isBehind(new IllegalStateException("Indigestible")))
                .isFalse();
    }

    /** As a handler sees it: translated by Spring, and wrapped by whoever was in between. */
    private static RuntimeException failure(String state) {
        var refused = new SQLException("refused", state);
        var translated = new SQLErrorCodeSQLExceptionTranslator("PostgreSQL").translate("task", "select 1", refused);
        return new IllegalStateException(translated == null ? refused : translated);
    }
}
