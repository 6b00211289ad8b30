package tenure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.sql.SQLException;
import java.util.List;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.eventstore.NumberStore.Counted;

/** Streams that an aggregate decides on while another system appends facts to them, which no aggregate has seen. */
class FactsAmongDecisionsTest {

    private final NumberStore numbers = new NumberStore();
    private final EventSourcingRepository<Tally> tallies = EventSourcingRepository.builder(Tally.class)
            .eventStore(numbers.store)
            .cache(new WeakReferenceCache())
            .build();

    FactsAmongDecisionsTest() throws SQLException {}

    @AfterEach
    void stop() throws SQLException {
        numbers.close();
    }

    @Test
    void aDecisionFollowsAFactThatBeganTheStream() {
        tell("a", 5);

        redouble("a");

        assertThat(numbersOf("a")).containsExactly(5, 5);
    }

    @Test
    void aDecisionOnACachedAggregateThatAFactHasOutrunFailsOnceAndNotForGood() {
        tell("a", 5);
        redouble("a");
        tell("a", 1);

        // The control: it is decided on the cache, which has not seen the last fact, and the log finds that out.
        assertThatThrownBy(() -> redouble("a")).isInstanceOf(ConcurrencyException.class);
        assertThat(numbersOf("a")).containsExactly(5, 5, 1);

        redouble("a");

        assertThat(numbersOf("a")).containsExactly(5, 5, 1, 11);
    }

    private void tell(String stream, int number) {
        var fact = new PostgresEventStorageEngine.Fact(stream, new GenericEventMessage<>(new Counted(number)));
        assertThat(numbers.engine.record(List.of(fact)).outcomes())
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(AppendOutcome.Stored.class));
    }

    private void redouble(String stream) {
        DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("double"))
                .execute(() -> tallies.load(stream).execute(Tally::twice));
    }

    private List<Integer> numbersOf(String stream) {
        return numbers.store
                .readEvents(stream)
                .asStream()
                .map(EventMessage::getPayload)
                .map(payload -> ((Counted) payload).number())
                .toList();
    }

    /** Adds up, and can be asked to add what it has once more. */
    static class Tally {

        @AggregateIdentifier
        private String stream;

        private int total;

        void twice() {
            apply(new Counted(total));
        }

        @EventSourcingHandler
        void evolve(Counted event, DomainEventMessage<?> message) {
            stream = message.getAggregateIdentifier();
            total += event.number();
        }
    }
}
