package tenure.domain.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static tenure.domain.user.UserRefusal.DEACTIVATED;
import static tenure.domain.user.UserRefusal.ERASED;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.Label;
import tenure.domain.user.UserCommand.ActivateUser;
import tenure.domain.user.UserCommand.ChangeUserRole;
import tenure.domain.user.UserCommand.DeactivateUser;
import tenure.domain.user.UserCommand.EraseUser;
import tenure.domain.user.UserCommand.InviteUser;
import tenure.domain.user.UserCommand.ReactivateUser;
import tenure.domain.user.event.UserActivated;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserErased;
import tenure.domain.user.event.UserInvited;
import tenure.domain.user.event.UserReactivated;
import tenure.domain.user.event.UserRoleChanged;

/** A person at a customer, from the invitation to the erasure. */
@SuppressWarnings("NullAway.Init") // an aggregate gets its state from its first event, not from its constructor
public class User {

    @AggregateIdentifier
    private UserId id;

    private String customerId;
    private Post post;
    private boolean activated;
    private boolean deactivated;
    private boolean erased;

    /** For Axon, which fills it from its events. */
    protected User() {}

    @CommandHandler
    User(InviteUser command) {
        apply(new UserInvited(
                command.userId().value(),
                command.customerId().value(),
                text(command.department()),
                text(command.role()),
                command.occurredAt()));
    }

    @CommandHandler
    void decide(ActivateUser command) {
        ERASED.refuseWhen(erased);
        DEACTIVATED.refuseWhen(deactivated);
        if (activated) {
            return;
        }

        apply(new UserActivated(id.value(), customerId, command.occurredAt()));
    }

    @CommandHandler
    void decide(ChangeUserRole command) {
        ERASED.refuseWhen(erased);
        var wanted = post.changedTo(command.department(), command.role());
        if (wanted.equals(post)) {
            return;
        }

        apply(new UserRoleChanged(id.value(), customerId, wanted.department(), wanted.role(), command.occurredAt()));
    }

    @CommandHandler
    void decide(DeactivateUser command) {
        ERASED.refuseWhen(erased);
        if (deactivated) {
            return;
        }

        apply(new UserDeactivated(id.value(), customerId, command.occurredAt()));
    }

    @CommandHandler
    void decide(ReactivateUser command) {
        ERASED.refuseWhen(erased);
        if (!deactivated) {
            return;
        }

        apply(new UserReactivated(id.value(), customerId, command.occurredAt()));
    }

    @CommandHandler
    void decide(EraseUser command) {
        if (erased) {
            return;
        }

        apply(new UserErased(id.value(), customerId, command.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(UserInvited event) {
        id = new UserId(event.userId());
        customerId = event.customerId();
        post = new Post(event.department(), event.role());
    }

    @EventSourcingHandler
    void evolve(UserActivated event) {
        activated = true;
    }

    @EventSourcingHandler
    void evolve(UserRoleChanged event) {
        post = new Post(event.department(), event.role());
    }

    @EventSourcingHandler
    void evolve(UserDeactivated event) {
        deactivated = true;
    }

    @EventSourcingHandler
    void evolve(UserReactivated event) {
        deactivated = false;
    }

    @EventSourcingHandler
    void evolve(UserErased event) {
        erased = true;
    }

    private static @Nullable String text(@Nullable Label label) {
        return label == null ? null : label.value();
    }

    private record Post(
            @Nullable String department, @Nullable String role) {

        /** The same post, save for what is told anew. */
        Post changedTo(@Nullable Label newDepartment, @Nullable Label newRole) {
            return new Post(
                    newDepartment == null ? department : newDepartment.value(),
                    newRole == null ? role : newRole.value());
        }
    }
}
