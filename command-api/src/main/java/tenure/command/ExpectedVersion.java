package tenure.command;

import java.util.concurrent.Callable;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Compares the version that the command in hand expects with the one that is loaded, before anything is decided. (Axon
 * compares after the decision, so that a refusal would hide the newer version.)
 */
final class ExpectedVersion<T> implements Repository<T> {

    private static final long NOTHING_YET = -1;

    private final Repository<T> repository;

    ExpectedVersion(Repository<T> repository) {
        this.repository = repository;
    }

    @Override
    public Aggregate<T> load(String aggregateIdentifier) {
        return compared(repository.load(aggregateIdentifier));
    }

    @Override
    public Aggregate<T> load(String aggregateIdentifier, @Nullable Long expectedVersion) {
        return compared(repository.load(aggregateIdentifier, expectedVersion));
    }

    @Override
    public Aggregate<T> newInstance(Callable<T> factory) throws Exception {
        compare("", NOTHING_YET);
        return repository.newInstance(factory);
    }

    @Override
    public void send(Message<?> message, ScopeDescriptor scope) throws Exception {
        repository.send(message, scope);
    }

    @Override
    public boolean canResolve(ScopeDescriptor scope) {
        return repository.canResolve(scope);
    }

    private Aggregate<T> compared(Aggregate<T> aggregate) {
        compare(aggregate.identifierAsString(), aggregate.version());
        return aggregate;
    }

    private static void compare(String aggregateIdentifier, long actual) {
        if (CurrentUnitOfWork.isStarted()) {
            Object expected = CurrentUnitOfWork.get().getMessage().getMetaData().get(CommandMetadata.EXPECTED_VERSION);
            if (expected != null && Long.parseLong(expected.toString()) != actual) {
                throw new ConflictingAggregateVersionException(
                        aggregateIdentifier, Long.parseLong(expected.toString()), actual);
            }
        }
    }
}
