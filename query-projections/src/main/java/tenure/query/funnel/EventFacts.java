package tenure.query.funnel;

import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tenure.domain.onboarding.event.TaskCompleted;
import tenure.domain.onboarding.event.TaskOverdue;
import tenure.domain.onboarding.event.TaskReopened;
import tenure.domain.onboarding.event.TaskSkipped;
import tenure.domain.shared.EventName;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.usage.event.FeatureUsed;

/** What a funnel asks of any event: its name, whom it names, and what it is about. */
final class EventFacts {

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return type.getAnnotation(EventName.class).value();
        }
    };

    /** As the log does: the person is the text that an event calls {@code userId}. */
    private static final ClassValue<UserId> USERS = new ClassValue<>() {
        @Override
        protected UserId computeValue(Class<?> type) {
            for (var component : type.getRecordComponents()) {
                if (component.getName().equals("userId") && component.getType() == String.class) {
                    return new UserId(component.getAccessor());
                }
            }
            return new UserId(null);
        }
    };

    private record UserId(@Nullable Method accessor) {
        String of(Object event) {
            try {
                return accessor == null ? "" : Objects.requireNonNullElse((String) accessor.invoke(event), "");
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Not to be read: " + event, e);
            }
        }
    }

    private EventFacts() {}

    /** The stored name. */
    static String name(Object event) {
        return NAMES.get(event.getClass());
    }

    /** The person that an event names; empty: none. */
    static String userId(Object event) {
        return USERS.get(event.getClass()).of(event);
    }

    /** The feature, course or task that it is about; empty: none. */
    static String subject(Object event) {
        return switch (event) {
            case FeatureUsed used -> used.feature();
            case TrainingEvent training -> training.courseId();
            case TaskCompleted task -> task.taskId();
            case TaskSkipped task -> task.taskId();
            case TaskReopened task -> task.taskId();
            case TaskOverdue task -> task.taskId();
            default -> "";
        };
    }
}
