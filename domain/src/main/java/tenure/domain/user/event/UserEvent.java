package tenure.domain.user.event;

/** Everything that can happen to a user. */
public sealed interface UserEvent
        permits UserInvited, UserActivated, UserRoleChanged, UserDeactivated, UserReactivated, UserErased {

    /** Whom it happened to. */
    String userId();
}
