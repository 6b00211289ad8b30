package tenure.query.revenue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.customer.event.ExitInterviewed;
import tenure.domain.customer.event.ProfileChanged;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.NoticeGiven;
import tenure.domain.license.event.NoticeWithdrawn;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatsChanged;
import tenure.query.life.LifeEvent;
import tenure.query.revenue.RevenueFact.Agreed;
import tenure.query.revenue.RevenueFact.Kind;

/** Tells what was agreed with customers, and whether they left: decisions all of them, so none is ever taken back. */
final class RevenueFacts {

    private static final String OF_THE_CUSTOMER = "";

    private RevenueFacts() {}

    /** What an event says of contracts; empty when it speaks of something else. */
    static Optional<RevenueFact> of(LifeEvent at) {
        return Optional.ofNullable(told(at));
    }

    private static @Nullable RevenueFact told(LifeEvent at) {
        return switch (at.event()) {
            case CustomerRegistered event -> profile(at, new TreeMap<>(event.profile()));
            case ProfileChanged event -> profile(at, changed(event));
            case CustomerChurned event ->
                fact(at, Kind.CHURNED, OF_THE_CUSTOMER, event.churnedOn(), null, Agreed.NOTHING, event.reasonCode());
            case CustomerWonBack event ->
                fact(at, Kind.WON_BACK, OF_THE_CUSTOMER, event.wonBackOn(), null, Agreed.NOTHING, null);
            case ExitInterviewed event ->
                fact(at, Kind.INTERVIEWED, OF_THE_CUSTOMER, null, null, Agreed.NOTHING, event.reasonCode());
            case LicenseSold event ->
                fact(
                        at,
                        Kind.SOLD,
                        event.licenseId(),
                        event.startsOn(),
                        event.endsOn(),
                        new Agreed(event.plan(), event.seats(), event.pricePerSeatMinorUnits(), event.currency()),
                        null);
            case LicenseRenewed event ->
                fact(
                        at,
                        Kind.RENEWED,
                        event.licenseId(),
                        event.startsOn(),
                        event.endsOn(),
                        new Agreed(event.plan(), event.seats(), event.pricePerSeatMinorUnits(), event.currency()),
                        null);
            case SeatsChanged event ->
                fact(
                        at,
                        Kind.SEATS_CHANGED,
                        event.licenseId(),
                        event.effectiveOn(),
                        null,
                        new Agreed(null, event.seats(), event.pricePerSeatMinorUnits(), null),
                        null);
            case PlanChanged event ->
                fact(
                        at,
                        Kind.PLAN_CHANGED,
                        event.licenseId(),
                        event.effectiveOn(),
                        null,
                        new Agreed(event.plan(), null, event.pricePerSeatMinorUnits(), null),
                        null);
            case LicenseCancelled event ->
                fact(at, Kind.CANCELLED, event.licenseId(), event.effectiveOn(), null, Agreed.NOTHING, null);
            case NoticeGiven event ->
                fact(
                        at,
                        Kind.NOTICE_GIVEN,
                        event.licenseId(),
                        null,
                        event.endsOn(),
                        Agreed.NOTHING,
                        event.reasonCode());
            case NoticeWithdrawn event ->
                fact(at, Kind.NOTICE_WITHDRAWN, event.licenseId(), null, null, Agreed.NOTHING, null);
            default -> null;
        };
    }

    private static RevenueFact fact(
            LifeEvent at,
            Kind kind,
            String licenseId,
            @Nullable LocalDate day,
            @Nullable LocalDate endsOn,
            Agreed agreed,
            @Nullable String reason) {
        return new RevenueFact(at.position(), kind, licenseId, day, endsOn, agreed, reason, Map.of());
    }

    private static RevenueFact profile(LifeEvent at, Map<String, @Nullable String> properties) {
        return new RevenueFact(
                at.position(), Kind.PROFILE, OF_THE_CUSTOMER, null, null, Agreed.NOTHING, null, properties);
    }

    private static Map<String, @Nullable String> changed(ProfileChanged event) {
        var properties = new TreeMap<String, @Nullable String>(event.profile());
        event.removed().forEach(removed -> properties.put(removed, null));
        return properties;
    }
}
