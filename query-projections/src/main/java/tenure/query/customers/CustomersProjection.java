package tenure.query.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.customer.event.ProfileChanged;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatsChanged;
import tenure.query.customers.CustomersTable.Seats;
import tenure.query.customers.CustomersTable.Term;
import tenure.query.projection.Projection;

/** Keeps who the customers are and what they bought. */
@Component
class CustomersProjection implements Projection {

    static final String NAME = "customers";

    private final CustomersTable table;

    CustomersProjection(CustomersTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of("customer", "departure", "license", "term", "seat_change", "plan_change");
    }

    @Override
    public Collection<Class<?>> events() {
        return List.of(
                CustomerRegistered.class,
                ProfileChanged.class,
                CustomerChurned.class,
                CustomerWonBack.class,
                LicenseSold.class,
                LicenseRenewed.class,
                SeatsChanged.class,
                PlanChanged.class,
                LicenseCancelled.class);
    }

    @Override
    public void apply(List<Happening> page) {
        var terms = new ArrayList<Term>();
        for (var happening : page) {
            switch (happening.event()) {
                case CustomerRegistered event -> table.registered(event);
                case ProfileChanged event -> table.profileChanged(event);
                case CustomerChurned event -> table.churned(event, happening.position());
                case CustomerWonBack event -> table.wonBack(event);
                case LicenseSold event -> {
                    table.sold(event.licenseId(), event.customerId(), event.product());
                    terms.add(Term.of(event));
                }
                case LicenseRenewed event -> {
                    table.renewed(event.licenseId(), event.customerId());
                    terms.add(Term.of(event));
                }
                case SeatsChanged event -> table.seatsChanged(Seats.of(event, happening.position()));
                case PlanChanged event -> table.planChanged(event, happening.position());
                case LicenseCancelled event ->
                    table.cancelled(event.licenseId(), event.customerId(), event.effectiveOn());
                default -> throw new IllegalArgumentException("Not asked for: " + happening.event());
            }
        }
        table.terms(terms);
    }
}
