package tenure.domain.shared;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Sends a decision to an aggregate, or begins it. Not left to Axon, whose create-if-missing can keep a lock. */
public final class CreateIfMissing {

    private CreateIfMissing() {}

    /**
     * Decides on the aggregate that is there, or makes the first one.
     *
     * @param stream as {@code toString} of its id gives it
     */
    public static <T> void decide(Repository<T> repository, String stream, Consumer<T> decide, Callable<T> begin)
            throws Exception {
        try {
            repository.load(stream).execute(decide);
        } catch (AggregateNotFoundException _) {
            repository.newInstance(begin);
        }
    }
}
