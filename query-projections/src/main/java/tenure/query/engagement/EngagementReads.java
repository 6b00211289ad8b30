package tenure.query.engagement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.engagement.EngagementCount.FindEngagement;
import tenure.query.life.LifeDigests;
import tenure.query.life.LifeFold;
import tenure.query.life.LifeViews;
import tenure.query.life.LivesProjection;
import tenure.query.people.People;
import tenure.query.shared.FigureSource;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Answers what is asked of engagement, and names the events behind each figure, from the same counts. */
@Component
class EngagementReads implements FigureSource {

    private static final String NAME = "engagement";
    private static final int BREADTH_DAYS = 28;
    private static final LifeFold<Activity> ACTIVITY = (life, definitions) -> Activity.of(life);

    private final LifeViews views;
    private final People people;
    private final LifeDigests<Activity> activities;

    EngagementReads(LifeViews views, People people) {
        this.views = views;
        this.people = people;
        this.activities = views.digests(NAME, ACTIVITY);
    }

    CustomerUsers users(String customerId, Standpoint at, long after, int limit) {
        return new UserRows(events(customerId, at), at).page(people.features(at), people.courses(at), after, limit);
    }

    Breadth breadth(String customerId, Standpoint at, int days) {
        return breadthCount(customerId, at, at.asOf().day().minusDays(days - 1)).breadth();
    }

    private BreadthCount breadthCount(String customerId, Standpoint at, LocalDate from) {
        return new BreadthCount(events(customerId, at).people(), people.features(at), at, from);
    }

    Engagement engagement(FindEngagement query, Standpoint at) {
        var count = new EngagementCount(query, at);
        activities(query.customerId(), at).forEach(count::add);
        return count.engagement();
    }

    Retention retention(@Nullable String customerId, boolean ofUsers, YearMonth first, Standpoint at) {
        var count = new RetentionCount(customerId, ofUsers, first, at);
        activities(customerId, at).forEach(count::add);
        return count.retention();
    }

    /** 404 when the feature is neither in the catalogue nor was ever used. */
    DropOff dropOff(String feature, @Nullable String customerId, Standpoint at) {
        var count = new DropOffCount(feature, customerId, at);
        activities(customerId, at).forEach(count::add);
        if (!count.isUsed() && !people.features(at).featuresOn(at.asOf().day()).contains(feature)) {
            throw Refusals.notFound(
                    "UNKNOWN_FEATURE",
                    "The feature '" + feature + "' was neither catalogued nor used by "
                            + at.asOf().day() + ".");
        }
        return count.dropOff();
    }

    /** The activity of a customer, or of all that had signed up. */
    private List<Activity> activities(@Nullable String customerId, Standpoint at) {
        int asOf = Days.number(at.asOf().day());
        if (customerId == null) {
            return activities.at(at.position()).stream()
                    .filter(activity -> activity.isKnown(asOf))
                    .toList();
        }
        var activity = views.of(NAME, customerId, at.position(), ACTIVITY);
        if (activity == null || !activity.isKnown(asOf)) {
            throw unknown(customerId, at);
        }
        return List.of(activity);
    }

    private CustomerEvents events(String customerId, Standpoint at) {
        var events =
                views.of(NAME, customerId, at.position(), (life, definitions) -> CustomerEvents.of(life, at.asOf()));
        if (events == null) {
            throw unknown(customerId, at);
        }
        return events;
    }

    private static RuntimeException unknown(String customerId, Standpoint at) {
        return Refusals.notFound(
                "UNKNOWN_CUSTOMER",
                "There is no customer '" + customerId + "' that had signed up by "
                        + at.asOf().day() + ".");
    }

    @Override
    public Set<String> projections() {
        return Set.of(LivesProjection.NAME);
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
        return page(asked, 0, Integer.MAX_VALUE).shown();
    }

    @Override
    public EvidencePage page(Asked asked, long after, int limit) {
        var name = asked.figure();
        var subject = asked.subject();
        if (name.equals(UserRows.KNOWN)) {
            return EvidencePage.of(new UserRows(ofAsked(asked), asked.at()).known(), after, limit);
        }
        if (name.equals(UserRows.ACTIVE_DAYS)) {
            var rows = new UserRows(ofAsked(asked), asked.at());
            return EvidencePage.of(rows.activeDays(required("subject", subject), from(asked)), after, limit);
        }
        if (BreadthCount.NAMES.contains(name)) {
            var count = breadthCount(required("customer", asked.customerId()), asked.at(), from(asked));
            return EvidencePage.of(count.evidence(name, subject), after, limit);
        }
        var customers = activities(asked.customerId(), asked.at());
        return page(customers, counted(asked, customers), asked.at(), after, limit);
    }

    /** Only the lives of those customers are read whose things are on the page. */
    private EvidencePage page(List<Activity> customers, Counted counted, Standpoint at, long after, int limit) {
        long value = 0;
        long things = 0;
        var shown = new ArrayList<Evidence>();
        for (var customer : customers) {
            var sum = counted.of(customer);
            if (things + sum.things() > after && shown.size() < limit && sum.things() > 0) {
                counted.evidence(events(customer.customerId, at)).stream()
                        .skip(Math.max(0, after - things))
                        .limit(limit - shown.size())
                        .forEach(shown::add);
            }
            value += sum.value();
            things += sum.things();
        }
        return new EvidencePage(value, things, shown);
    }

    private static Counted counted(Asked asked, List<Activity> customers) {
        if (DropOffCount.NAMES.contains(asked.figure())) {
            var count = new DropOffCount(required("subject", asked.subject()), asked.customerId(), asked.at());
            customers.forEach(count::add);
            return count.counted(asked.figure());
        }
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

    private CustomerEvents ofAsked(Asked asked) {
        return events(required("customer", asked.customerId()), asked.at());
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
