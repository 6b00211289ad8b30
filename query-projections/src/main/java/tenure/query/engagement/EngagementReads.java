package tenure.query.engagement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.engagement.EngagementCount.FindEngagement;
import tenure.query.people.CustomerPeople;
import tenure.query.people.PeopleProjection;
import tenure.query.people.PeopleTable;
import tenure.query.shared.FigureSource;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Answers what is asked of engagement, and names the events behind each figure, from the same counts. */
@Component
class EngagementReads implements FigureSource {

    private static final int BREADTH_DAYS = 28;

    private final PeopleTable people;

    EngagementReads(PeopleTable people) {
        this.people = people;
    }

    CustomerUsers users(String customerId, Standpoint at, long after, int limit) {
        return new UserRows(customer(customerId, at, PeopleTable.BEGINNING), at)
                .page(people.features(at), people.courses(at), after, limit);
    }

    Breadth breadth(String customerId, Standpoint at, int days) {
        return breadthCount(customerId, at, at.asOf().day().minusDays(days - 1)).breadth();
    }

    private BreadthCount breadthCount(String customerId, Standpoint at, LocalDate from) {
        return new BreadthCount(
                customer(customerId, at, BreadthCount.readFrom(at.asOf().day(), from)),
                people.features(at),
                people.audience(customerId, at).orElse(null),
                at,
                from);
    }

    Engagement engagement(FindEngagement query, Standpoint at) {
        var count = new EngagementCount(query, at);
        each(query.customerId(), at, count.readFrom(), count::add);
        return count.engagement();
    }

    Retention retention(@Nullable String customerId, boolean ofUsers, YearMonth first, Standpoint at) {
        var count = new RetentionCount(customerId, ofUsers, first, at);
        each(customerId, at, count.readFrom(), count::add);
        return count.retention();
    }

    /** 404 when the feature is neither in the catalogue nor was ever used. */
    DropOff dropOff(String feature, @Nullable String customerId, Standpoint at) {
        var count = dropOffCount(feature, customerId, at);
        if (!count.isUsed() && !people.features(at).featuresOn(at.asOf().day()).contains(feature)) {
            throw Refusals.notFound(
                    "UNKNOWN_FEATURE",
                    "The feature '" + feature + "' was neither catalogued nor used by "
                            + at.asOf().day() + ".");
        }
        return count.dropOff();
    }

    private DropOffCount dropOffCount(String feature, @Nullable String customerId, Standpoint at) {
        var count = new DropOffCount(feature, customerId, at);
        each(customerId, at, PeopleTable.BEGINNING, count::add);
        return count;
    }

    private void each(
            @Nullable String customerId, Standpoint at, LocalDate readFrom, Consumer<CustomerPeople> receiver) {
        if (customerId == null) {
            people.eachCustomer(at, readFrom, receiver);
        } else {
            receiver.accept(customer(customerId, at, readFrom));
        }
    }

    private CustomerPeople customer(String customerId, Standpoint at, LocalDate readFrom) {
        return people.customer(customerId, at, readFrom)
                .orElseThrow(() -> Refusals.notFound(
                        "UNKNOWN_CUSTOMER",
                        "There is no customer '" + customerId + "' that had signed up by "
                                + at.asOf().day() + "."));
    }

    @Override
    public Set<String> projections() {
        return Set.of(PeopleProjection.NAME);
    }

    @Override
    public Set<String> figures() {
        var figures = new HashSet<>(Measure.NAMES);
        figures.addAll(BreadthCount.NAMES);
        figures.addAll(DropOffCount.NAMES);
        figures.add(UserRows.KNOWN);
        figures.add(UserRows.ACTIVE_DAYS);
        return figures;
    }

    @Override
    public List<Evidence> evidence(Asked asked) {
        var name = asked.figure();
        var subject = asked.subject();
        if (name.equals(UserRows.KNOWN)) {
            return new UserRows(ofAsked(asked), asked.at()).known();
        }
        if (name.equals(UserRows.ACTIVE_DAYS)) {
            return new UserRows(ofAsked(asked), asked.at()).activeDays(required("subject", subject), from(asked));
        }
        if (BreadthCount.NAMES.contains(name)) {
            return breadthCount(required("customer", asked.customerId()), asked.at(), from(asked))
                    .evidence(name, subject);
        }
        if (DropOffCount.NAMES.contains(name)) {
            return dropOffCount(required("subject", subject), asked.customerId(), asked.at())
                    .evidence(name);
        }
        var measure = measure(asked);
        var evidence = new ArrayList<Evidence>();
        each(asked.customerId(), asked.at(), measure.readFrom(), customer -> {
            for (var unit : Unit.of(customer, asked.at().asOf().day())) {
                measure.evidence(unit).ifPresent(evidence::add);
            }
        });
        return evidence;
    }

    private CustomerPeople ofAsked(Asked asked) {
        return customer(required("customer", asked.customerId()), asked.at(), PeopleTable.BEGINNING);
    }

    private static Measure measure(Asked asked) {
        try {
            return Measure.of(
                    asked.figure(),
                    asked.subject(),
                    from(asked),
                    asked.at().asOf().day());
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refusals.badParameter(
                    "subject",
                    "UNKNOWN_VALUE",
                    "'subject' must be as in the address of a figure '" + asked.figure() + "'.");
        }
    }

    /** The first day of the window; of the usual one when none is named. */
    private static LocalDate from(Asked asked) {
        var asOf = asked.at().asOf().day();
        var from = asked.from() == null ? asOf.minusDays(BREADTH_DAYS - 1) : asked.from();
        if (from.isAfter(asOf)) {
            throw Refusals.badParameter("from", "ENDS_BEFORE_IT_BEGINS", "'from' must not be after 'asOf'.");
        }
        return from;
    }

    private static String required(String parameter, @Nullable String value) {
        if (value == null) {
            throw Refusals.badParameter(
                    parameter, "MISSING", "'" + parameter + "' must be given, as in the address of the figure.");
        }
        return value;
    }
}
