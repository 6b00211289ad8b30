package tenure.domain.license.event;

/** Everything that can happen to a license. */
public sealed interface LicenseEvent
        permits LicenseSold,
                SeatsChanged,
                PlanChanged,
                SeatAssigned,
                SeatReleased,
                RenewalWindowOpened,
                LicenseRenewed,
                NoticeGiven,
                NoticeWithdrawn,
                LicenseCancelled,
                LicenseExpired {}
