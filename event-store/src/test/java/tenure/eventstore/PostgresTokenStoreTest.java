package tenure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresTokenStoreTest {

    private static final Serializer JSON = Jackson3Serializer.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String PROCESSOR = "onboarding-funnel";

    private final TestDatabase database = TestDatabase.withLog();
    private final JdbcClient jdbc = database.jdbc();
    private final PostgresTokenStore anna = storeOf("anna");
    private final PostgresTokenStore ben = storeOf("ben");

    @AfterEach
    void stop() {
        database.close();
    }

    @Nested
    class ANewProcessor {

        @Test
        void hasNoSegments() {
            assertThat(anna.fetchSegments(PROCESSOR)).isEmpty();
        }

        @Test
        void getsItsSegmentsInOrder() {
            anna.initializeTokenSegments(PROCESSOR, 12);
            anna.initializeTokenSegments("other", 1);

            assertThat(ben.fetchSegments(PROCESSOR)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        }

        @Test
        void beginsWhereItIsToldTo() {
            anna.initializeTokenSegments(PROCESSOR, 2, at(7));
            anna.initializeTokenSegments("other", 1);

            assertThat(anna.fetchToken(PROCESSOR, 0)).isEqualTo(at(7));
            assertThat(anna.fetchToken(PROCESSOR, 1)).isEqualTo(at(7));
            assertThat(anna.fetchToken("other", 0)).isNull();
        }

        @Test
        void isInitializedOnce() {
            anna.initializeTokenSegments(PROCESSOR, 2, at(7));

            assertThatThrownBy(() -> ben.initializeTokenSegments(PROCESSOR, 4))
                    .isInstanceOf(UnableToClaimTokenException.class);
            assertThatThrownBy(() -> ben.initializeSegment(null, PROCESSOR, 1))
                    .isInstanceOf(UnableToInitializeTokenException.class);

            assertThat(anna.fetchSegments(PROCESSOR)).containsExactly(0, 1);
            assertThat(anna.fetchToken(PROCESSOR, 1)).isEqualTo(at(7));
        }

        /** A statement that failed would have left the transaction of a processor that starts unable to commit. */
        @Test
        void leavesTheTransactionUsableWhenAnotherNodeWasFaster() {
            anna.initializeSegment(at(7), PROCESSOR, 0);

            new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())).execute(status -> {
                assertThatThrownBy(() -> ben.initializeSegment(null, PROCESSOR, 0))
                        .isInstanceOf(UnableToInitializeTokenException.class);
                return ben.fetchSegments(PROCESSOR);
            });
        }

        @Test
        void isNotClaimedBeforeItIsInitialized() {
            assertThatThrownBy(() -> anna.fetchToken(PROCESSOR, 0)).isInstanceOf(UnableToClaimTokenException.class);
        }
    }

    @Nested
    class AToken {

        @Test
        void isReadAsItWasStored() {
            anna.initializeTokenSegments(PROCESSOR, 2);
            anna.fetchToken(PROCESSOR, 0);

            anna.storeToken(at(42), PROCESSOR, 0);

            assertThat(anna.fetchToken(PROCESSOR, 0)).isEqualTo(at(42));
            assertThat(anna.fetchToken(PROCESSOR, 1)).isNull();
        }

        @Test
        void canGoBackToTheBeginning() {
            claimedByAnna(at(42));

            anna.storeToken(null, PROCESSOR, 0);

            assertThat(anna.fetchToken(PROCESSOR, 0)).isNull();
        }

        @Test
        void isGoneOnceItsOwnerDeletedIt() {
            claimedByAnna(at(42));

            assertThatThrownBy(() -> ben.deleteToken(PROCESSOR, 0)).isInstanceOf(UnableToClaimTokenException.class);
            assertThat(anna.fetchSegments(PROCESSOR)).containsExactly(0);

            anna.deleteToken(PROCESSOR, 0);
            assertThat(anna.fetchSegments(PROCESSOR)).isEmpty();
        }

        @Test
        void isWrittenOnlyWithAClaim() {
            anna.initializeTokenSegments(PROCESSOR, 1, at(7));

            assertThatThrownBy(() -> anna.storeToken(at(8), PROCESSOR, 0))
                    .isInstanceOf(UnableToClaimTokenException.class);
            assertThatThrownBy(() -> anna.extendClaim(PROCESSOR, 0)).isInstanceOf(UnableToClaimTokenException.class);
            assertThatThrownBy(() -> anna.deleteToken(PROCESSOR, 0)).isInstanceOf(UnableToClaimTokenException.class);
        }
    }

    @Nested
    class AClaim {

        @Test
        void keepsOthersOut() {
            claimedByAnna(at(7));

            assertThatThrownBy(() -> ben.fetchToken(PROCESSOR, 0)).isInstanceOf(UnableToClaimTokenException.class);
            assertThatThrownBy(() -> ben.storeToken(at(8), PROCESSOR, 0))
                    .isInstanceOf(UnableToClaimTokenException.class);

            assertThat(anna.fetchToken(PROCESSOR, 0)).isEqualTo(at(7));
        }

        @Test
        void isForOneSegmentOnly() {
            anna.initializeTokenSegments(PROCESSOR, 2, at(7));
            anna.fetchToken(PROCESSOR, 0);

            assertThat(ben.fetchToken(PROCESSOR, 1)).isEqualTo(at(7));
        }

        @Test
        void canBeTakenOverAfterItsTimeout() {
            claimedByAnna(at(7));
            theClaimTimesOut();

            assertThat(ben.fetchToken(PROCESSOR, 0)).isEqualTo(at(7));
            assertThatThrownBy(() -> anna.fetchToken(PROCESSOR, 0)).isInstanceOf(UnableToClaimTokenException.class);
        }

        @Test
        void livesOnWithEachSignOfLife() {
            claimedByAnna(at(7));
            theClaimTimesOut();
            anna.extendClaim(PROCESSOR, 0);
            assertThatThrownBy(() -> ben.fetchToken(PROCESSOR, 0)).isInstanceOf(UnableToClaimTokenException.class);

            theClaimTimesOut();
            anna.storeToken(at(8), PROCESSOR, 0);
            assertThatThrownBy(() -> ben.fetchToken(PROCESSOR, 0)).isInstanceOf(UnableToClaimTokenException.class);
        }

        @Test
        void canBeReleasedForAnother() {
            claimedByAnna(at(7));

            anna.releaseClaim(PROCESSOR, 0);

            assertThatThrownBy(() -> anna.storeToken(at(8), PROCESSOR, 0))
                    .isInstanceOf(UnableToClaimTokenException.class);
            assertThat(ben.fetchToken(PROCESSOR, 0)).isEqualTo(at(7));
        }

        @Test
        void isNotReleasedByAnother() {
            claimedByAnna(at(7));

            ben.releaseClaim(PROCESSOR, 0);

            assertThatThrownBy(() -> ben.fetchToken(PROCESSOR, 0)).isInstanceOf(UnableToClaimTokenException.class);
            assertThatCode(() -> anna.extendClaim(PROCESSOR, 0)).doesNotThrowAnyException();
        }

        @Test
        void thatWasRolledBackIsNoClaim() {
            anna.initializeTokenSegments(PROCESSOR, 1, at(7));

            new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())).execute(status -> {
                status.setRollbackOnly();
                return anna.fetchToken(PROCESSOR, 0);
            });

            assertThatThrownBy(() -> anna.storeToken(at(8), PROCESSOR, 0))
                    .isInstanceOf(UnableToClaimTokenException.class);
            assertThat(ben.fetchToken(PROCESSOR, 0)).isEqualTo(at(7));
        }
    }

    /** An owner that was paused in the middle of a batch, and writes when another has long gone on. */
    @Nested
    class AnOwnerThatWasPaused {

        @ParameterizedTest
        @MethodSource("tenure.eventstore.PostgresTokenStoreTest#lateWrites")
        void changesNothingAfterATakeover(LateWrite late) {
            claimedByAnna(at(7));
            theClaimTimesOut();
            ben.fetchToken(PROCESSOR, 0);
            ben.storeToken(at(9), PROCESSOR, 0);
            var before = row();

            assertThatThrownBy(() -> late.write().by(anna)).isInstanceOf(UnableToClaimTokenException.class);

            assertThat(row()).isEqualTo(before);
            assertThatCode(() -> ben.storeToken(at(10), PROCESSOR, 0)).doesNotThrowAnyException();
        }

        /** The name alone does not tell a node from the one that it was before: the epoch does. */
        @ParameterizedTest
        @MethodSource("tenure.eventstore.PostgresTokenStoreTest#lateWrites")
        void changesNothingAfterATakeoverUnderItsOwnName(LateWrite late) {
            claimedByAnna(at(7));
            var heir = storeOf("anna");
            heir.fetchToken(PROCESSOR, 0);
            heir.storeToken(at(9), PROCESSOR, 0);
            var before = row();

            assertThatThrownBy(() -> late.write().by(anna)).isInstanceOf(UnableToClaimTokenException.class);

            assertThat(row()).isEqualTo(before);
        }

        @Test
        void changesNothingByReleasingLate() {
            claimedByAnna(at(7));
            theClaimTimesOut();
            ben.fetchToken(PROCESSOR, 0);
            var before = row();

            anna.releaseClaim(PROCESSOR, 0);

            assertThat(row()).isEqualTo(before);
        }

        /** Control: what these tests look at does change when a write forgets to name its claim. */
        @Test
        void wouldOverwriteItsHeirIfItsWriteDidNotNameTheClaim() {
            claimedByAnna(at(7));
            theClaimTimesOut();
            ben.fetchToken(PROCESSOR, 0);
            ben.storeToken(at(9), PROCESSOR, 0);
            var before = row();

            jdbc.sql("update eventstore.token set token = ?, claimed_at = clock_timestamp()"
                            + " where processor = ? and segment = 0")
                    .param(JSON.serialize(at(8), byte[].class).getData())
                    .param(PROCESSOR)
                    .update();

            assertThat(row()).isNotEqualTo(before);
            assertThat(ben.fetchToken(PROCESSOR, 0)).isEqualTo(at(8));
        }
    }

    @Test
    void namesTheDatabaseThatKeepsTheTokens() {
        try (var other = TestDatabase.withLog()) {
            var elsewhere = new PostgresTokenStore(other.jdbc(), JSON, "anna", TIMEOUT);

            assertThat(anna.retrieveStorageIdentifier()).isPresent().isEqualTo(ben.retrieveStorageIdentifier());
            assertThat(elsewhere.retrieveStorageIdentifier()).isNotEqualTo(anna.retrieveStorageIdentifier());
        }
    }

    static List<LateWrite> lateWrites() {
        return List.of(
                new LateWrite("a token", store -> store.storeToken(at(8), PROCESSOR, 0)),
                new LateWrite("a sign of life", store -> store.extendClaim(PROCESSOR, 0)),
                new LateWrite("a deletion", store -> store.deleteToken(PROCESSOR, 0)));
    }

    record LateWrite(String name, Write write) {
        interface Write {
            void by(PostgresTokenStore store);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private PostgresTokenStore storeOf(String owner) {
        return new PostgresTokenStore(jdbc, JSON, owner, TIMEOUT);
    }

    private void claimedByAnna(TrackingToken token) {
        anna.initializeTokenSegments(PROCESSOR, 1, token);
        anna.fetchToken(PROCESSOR, 0);
    }

    private void theClaimTimesOut() {
        jdbc.sql("update eventstore.token set claimed_at = claimed_at - interval '11 seconds'")
                .update();
    }

    private String row() {
        return jdbc.sql("select t::text from eventstore.token t")
                .query(String.class)
                .single();
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
