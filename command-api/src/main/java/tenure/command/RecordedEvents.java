package tenure.command;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Makes the list of recorded events the result of every command. The engine puts them into the unit of work under
 * {@link #RESOURCE} once they have their positions.
 */
public final class RecordedEvents implements MessageHandlerInterceptor<CommandMessage<?>> {

    /** Where the engine leaves a {@code List<TrackedEventMessage<?>>} in the unit of work. */
    public static final String RESOURCE = "tenure.recorded";

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        List<TrackedEventMessage<?>> recorded = new ArrayList<>();
        work.afterCommit(committed -> {
            List<TrackedEventMessage<?>> left = committed.root().getResource(RESOURCE);
            if (left != null) {
                recorded.addAll(left);
            }
        });
        chain.proceed();
        return recorded;
    }
}
