package tenure.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenure.app.database.DatabaseAddress;
import tenure.app.database.DatabaseProblem;

class DatabaseAddressTest {

    @Test
    void takesUserAndPasswordOutOfTheUrl() {
        var address = DatabaseAddress.parse("postgresql://anna:s%40fe+1@db.example:5433/ledger?sslmode=verify-full");
        assertThat(address)
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://db.example:5433/ledger?sslmode=verify-full", "anna", "s@fe+1"));
    }

    @Test
    void readsTheFormOfJdbc() {
        assertThat(DatabaseAddress.parse("jdbc:postgresql://localhost/ledger?user=anna&password=secret"))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://localhost/ledger", "anna", "secret"));
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(DatabaseAddress.parse("postgresql://anna:secret@db:5432/ledger"))
                .hasToString("db:5432/ledger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ledger", "mysql://localhost/ledger", "postgresql://localhost", "postgresql://a b/c"})
    void refusesWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> DatabaseAddress.parse(url)).isInstanceOf(DatabaseProblem.class);
    }
}
