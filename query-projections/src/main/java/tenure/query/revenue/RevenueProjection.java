package tenure.query.revenue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
import tenure.query.projection.Projection;
import tenure.query.revenue.RevenueFact.Agreed;
import tenure.query.revenue.RevenueFact.Kind;
import tenure.query.revenue.RevenueTable.Row;

/** Keeps what was agreed with customers, and whether they left: decisions all of them, so none is ever taken back. */
@Component
class RevenueProjection implements Projection {

    static final String NAME = "revenue";

    private static final String OF_THE_CUSTOMER = "";

    private final RevenueTable table;

    RevenueProjection(RevenueTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of("revenue_fact");
    }

    @Override
    public Collection<Class<?>> events() {
        return List.of(
                CustomerRegistered.class,
                ProfileChanged.class,
                CustomerChurned.class,
                CustomerWonBack.class,
                ExitInterviewed.class,
                LicenseSold.class,
                LicenseRenewed.class,
                SeatsChanged.class,
                PlanChanged.class,
                LicenseCancelled.class,
                NoticeGiven.class,
                NoticeWithdrawn.class);
    }

    @Override
    public void apply(List<Happening> page) {
        var rows = new ArrayList<Row>(page.size());
        for (var happening : page) {
            rows.add(row(happening));
        }
        table.add(rows);
    }

    private static Row row(Happening happening) {
        var at = happening.recorded();
        return switch (happening.event()) {
            case CustomerRegistered event ->
                new Row(
                        event.customerId(),
                        at.occurredAt(),
                        new RevenueFact(
                                at.position(),
                                Kind.PROFILE,
                                OF_THE_CUSTOMER,
                                null,
                                null,
                                Agreed.NOTHING,
                                null,
                                new TreeMap<>(event.profile())));
            case ProfileChanged event ->
                new Row(
                        event.customerId(),
                        at.occurredAt(),
                        new RevenueFact(
                                at.position(),
                                Kind.PROFILE,
                                OF_THE_CUSTOMER,
                                null,
                                null,
                                Agreed.NOTHING,
                                null,
                                changed(event)));
            case CustomerChurned event ->
                row(
                        happening,
                        Kind.CHURNED,
                        event.customerId(),
                        OF_THE_CUSTOMER,
                        event.churnedOn(),
                        null,
                        Agreed.NOTHING,
                        event.reasonCode());
            case CustomerWonBack event ->
                row(
                        happening,
                        Kind.WON_BACK,
                        event.customerId(),
                        OF_THE_CUSTOMER,
                        event.wonBackOn(),
                        null,
                        Agreed.NOTHING,
                        null);
            case ExitInterviewed event ->
                row(
                        happening,
                        Kind.INTERVIEWED,
                        event.customerId(),
                        OF_THE_CUSTOMER,
                        null,
                        null,
                        Agreed.NOTHING,
                        event.reasonCode());
            case LicenseSold event ->
                row(
                        happening,
                        Kind.SOLD,
                        event.customerId(),
                        event.licenseId(),
                        event.startsOn(),
                        event.endsOn(),
                        new Agreed(event.plan(), event.seats(), event.pricePerSeatMinorUnits(), event.currency()),
                        null);
            case LicenseRenewed event ->
                row(
                        happening,
                        Kind.RENEWED,
                        event.customerId(),
                        event.licenseId(),
                        event.startsOn(),
                        event.endsOn(),
                        new Agreed(event.plan(), event.seats(), event.pricePerSeatMinorUnits(), event.currency()),
                        null);
            case SeatsChanged event ->
                row(
                        happening,
                        Kind.SEATS_CHANGED,
                        event.customerId(),
                        event.licenseId(),
                        event.effectiveOn(),
                        null,
                        new Agreed(null, event.seats(), event.pricePerSeatMinorUnits(), null),
                        null);
            case PlanChanged event ->
                row(
                        happening,
                        Kind.PLAN_CHANGED,
                        event.customerId(),
                        event.licenseId(),
                        event.effectiveOn(),
                        null,
                        new Agreed(event.plan(), null, event.pricePerSeatMinorUnits(), null),
                        null);
            case LicenseCancelled event ->
                row(
                        happening,
                        Kind.CANCELLED,
                        event.customerId(),
                        event.licenseId(),
                        event.effectiveOn(),
                        null,
                        Agreed.NOTHING,
                        null);
            case NoticeGiven event ->
                row(
                        happening,
                        Kind.NOTICE_GIVEN,
                        event.customerId(),
                        event.licenseId(),
                        null,
                        event.endsOn(),
                        Agreed.NOTHING,
                        event.reasonCode());
            case NoticeWithdrawn event ->
                row(
                        happening,
                        Kind.NOTICE_WITHDRAWN,
                        event.customerId(),
                        event.licenseId(),
                        null,
                        null,
                        Agreed.NOTHING,
                        null);
            default -> throw new IllegalArgumentException("Not asked for: " + at.type());
        };
    }

    private static Row row(
            Happening happening,
            Kind kind,
            String customerId,
            String licenseId,
            @Nullable LocalDate day,
            @Nullable LocalDate endsOn,
            Agreed agreed,
            @Nullable String reason) {
        return new Row(
                customerId,
                happening.recorded().occurredAt(),
                new RevenueFact(happening.position(), kind, licenseId, day, endsOn, agreed, reason, Map.of()));
    }

    private static Map<String, @Nullable String> changed(ProfileChanged event) {
        var properties = new TreeMap<String, @Nullable String>(event.profile());
        event.removed().forEach(removed -> properties.put(removed, null));
        return properties;
    }
}
