package tenure.command.automation;

import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.user.event.UserActivated;
import tenure.domain.user.event.UserInvited;
import tools.jackson.databind.node.JsonNodeFactory;

/** Who is invited or activated is to take the courses that are required of everybody by then. */
@Component
@DisallowReplay
@ProcessingGroup(Automation.PROCESSOR)
class WhenUserInvitedThenAssignTraining implements Automation {

    static final String KIND = "assign-training";

    private final RequiredCourseTable courses;
    private final Orders orders;
    private final int dueDays;

    WhenUserInvitedThenAssignTraining(RequiredCourseTable courses, Orders orders, AutomationSettings settings) {
        this.courses = courses;
        this.orders = orders;
        this.dueDays = settings.trainingDueDays();
    }

    @EventHandler
    void react(CoursePublished event) {
        if (event.required()) {
            courses.require(event.courseId());
        } else {
            courses.release(event.courseId());
        }
    }

    @EventHandler
    void react(CourseRetired event) {
        courses.release(event.courseId());
    }

    @EventHandler
    void react(UserInvited event, EventMessage<?> message) {
        assign(event.userId(), event.customerId(), event.occurredAt(), Cause.of(message));
    }

    @EventHandler
    void react(UserActivated event, EventMessage<?> message) {
        assign(event.userId(), event.customerId(), event.occurredAt(), Cause.of(message));
    }

    private void assign(String userId, String customerId, Instant since, Cause cause) {
        var dueOn = since.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(dueDays);
        for (var courseId : courses.all()) {
            var body = JsonNodeFactory.instance
                    .objectNode()
                    .put("userId", userId)
                    .put("courseId", courseId)
                    .put("customerId", customerId)
                    .put("dueOn", dueOn.toString())
                    .put("occurredAt", since.toString());
            var key = "training:%s:%s".formatted(cause.eventId(), courseId);
            orders.give(Order.atOnce(KIND, userId, key, "assign-training", body, cause, since));
        }
    }
}
