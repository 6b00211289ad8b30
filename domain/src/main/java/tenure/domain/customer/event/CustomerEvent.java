package tenure.domain.customer.event;

/** Everything that can happen to a customer. */
public sealed interface CustomerEvent
        permits CustomerRegistered,
                ProfileChanged,
                OwnerAssigned,
                AudienceDefined,
                CustomerRated,
                CustomerChurned,
                ExitInterviewed,
                CustomerWonBack {}
