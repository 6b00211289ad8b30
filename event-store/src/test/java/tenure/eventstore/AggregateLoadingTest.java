package tenure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.eventstore.NumberStore.Counted;
import tenure.eventstore.NumberStore.Counter;

/** What an aggregate is loaded from: its snapshot where that can be read, and what followed. */
class AggregateLoadingTest {

    private final NumberStore numbers = new NumberStore();
    private final PostgresEventStore store = numbers.store;

    AggregateLoadingTest() throws SQLException {}

    @AfterEach
    void stop() throws SQLException {
        numbers.close();
    }

    @Test
    void loadsASnapshotAndWhatFollowedInOneRoundTrip() {
        numbers.publish("a", 0, 4);
        store.storeSnapshot(NumberStore.snapshot("a", 2));
        numbers.recorder.clear();

        assertThat(load("a")).containsExactly(new Counter(2), new Counted(3));

        assertThat(numbers.recorder.plans()).hasSize(1);
    }

    @Test
    void loadsAllEventsWhereThereIsNoSnapshot() {
        numbers.publish("a", 0, 3);
        numbers.recorder.clear();

        assertThat(load("a")).containsExactly(new Counted(0), new Counted(1), new Counted(2));
        assertThat(numbers.recorder.plans()).hasSize(1);
        assertThat(load("never-begun")).isEmpty();
        assertThat(store.readEvents("a").getLastSequenceNumber()).isEqualTo(2);
    }

    @Test
    void keepsTheNewestSnapshot() {
        numbers.publish("a", 0, 4);
        store.storeSnapshot(NumberStore.snapshot("a", 3));
        store.storeSnapshot(NumberStore.snapshot("a", 1));

        assertThat(load("a")).containsExactly(new Counter(3));
        assertThat(store.lastSequenceNumberFor("a")).contains(3L);
    }

    @Test
    void passesOverASnapshotOfARevisionThatItDoesNotKnow() {
        numbers.publish("a", 0, 3);
        store.storeSnapshot(NumberStore.snapshot("a", 1));
        numbers.database
                .jdbc()
                .sql("update eventstore.snapshot set revision = '1'")
                .update();

        assertThat(load("a")).containsExactly(new Counted(0), new Counted(1), new Counted(2));
    }

    @Test
    void passesOverASnapshotThatCannotBeRead() {
        numbers.publish("a", 0, 3);
        store.storeSnapshot(NumberStore.snapshot("a", 1));
        for (var damage : List.of("payload = '{broken'", "metadata = '[1,2]'", "revision = 'new'", "type = 'gone'")) {
            numbers.database
                    .jdbc()
                    .sql("update eventstore.snapshot set " + damage)
                    .update();

            assertThat(load("a")).as(damage).hasSize(3);
        }
    }

    @Test
    void replacesASnapshotThatItCouldNotRead() {
        numbers.publish("a", 0, 3);
        store.storeSnapshot(NumberStore.snapshot("a", 2));
        numbers.database
                .jdbc()
                .sql("update eventstore.snapshot set revision = '1'")
                .update();

        store.storeSnapshot(NumberStore.snapshot("a", 2));

        assertThat(load("a")).containsExactly(new Counter(2));
    }

    @Test
    void showsTheUnitOfWorkWhatItHasNotStoredYet() {
        numbers.publish("a", 0, 2);
        var work = DefaultUnitOfWork.startAndGet(null);
        store.publish(NumberStore.event("a", 2));

        assertThat(load("a")).containsExactly(new Counted(0), new Counted(1), new Counted(2));

        work.rollback();
        assertThat(load("a")).hasSize(2);
    }

    /** Unlike Axon's engines, which look at nothing but whether the number is taken. */
    @Test
    void refusesAnEventThatSkipsAPartOfItsStream() {
        numbers.publish("a", 0, 1);

        assertThatThrownBy(() -> store.publish(NumberStore.event("a", 2))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> store.publish(NumberStore.event("b", 1))).isInstanceOf(ConcurrencyException.class);
    }

    private List<Object> load(String stream) {
        return store.readEvents(stream)
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }
}
