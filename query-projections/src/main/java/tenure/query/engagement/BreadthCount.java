package tenure.query.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.engagement.Breadth.ActivityShares;
import tenure.query.engagement.Breadth.Champion;
import tenure.query.engagement.Breadth.DepartmentReach;
import tenure.query.engagement.Breadth.DepartmentUse;
import tenure.query.engagement.Breadth.FeaturesOfLevel;
import tenure.query.engagement.Breadth.LostChampion;
import tenure.query.people.Audience;
import tenure.query.people.CustomerPeople;
import tenure.query.people.FeatureCatalogue;
import tenure.query.people.Level;
import tenure.query.people.Person;
import tenure.query.people.PersonFact;
import tenure.query.people.UseOfDay;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;

/** Counts the breadth of one customer. Every figure is the sum of its evidence. */
final class BreadthCount {

    static final String DEPARTMENTS_REACHED = "breadth.departments-reached";
    static final String DEPARTMENTS_KNOWN = "breadth.departments-known";
    static final String FEATURES_USED = "breadth.features-used";
    static final String FEATURES_CATALOGUED = "breadth.features-catalogued";
    static final String FEATURES_ADOPTED = "breadth.features-adopted";
    static final String ACTIVITY = "breadth.activity";
    static final String CHAMPION_ACTIVITY = "breadth.champion-activity";

    static final Set<String> NAMES = Set.of(
            DEPARTMENTS_REACHED,
            DEPARTMENTS_KNOWN,
            FEATURES_USED,
            FEATURES_CATALOGUED,
            FEATURES_ADOPTED,
            ACTIVITY,
            CHAMPION_ACTIVITY);

    /** Days of silence after which a champion is lost; before them lie the days in which it was one. */
    private static final int SILENT_DAYS = 28;

    private static final int CHAMPION_DAYS = 90;
    private static final int CHAMPION_PERCENT = 30;
    private static final Set<String> CHAMPION_ROLES = Set.of("champion", "admin");

    /** A feature is adopted when more than one of so many users use it. */
    private static final int ADOPTED_BY_ONE_OF = 4;

    private final CustomerPeople customer;
    private final FeatureCatalogue features;
    private final @Nullable Audience audience;
    private final Standpoint at;
    private final LocalDate asOf;
    private final LocalDate from;

    /** Counts within a window that begins on a day. */
    BreadthCount(CustomerPeople customer, FeatureCatalogue features, Standpoint at, LocalDate from) {
        this.customer = customer;
        this.features = features;
        this.audience = customer.audience();
        this.at = at;
        this.asOf = at.asOf().day();
        this.from = from;
    }

    Breadth breadth() {
        var basis = Basis.of(customer);
        var persons = basis == Basis.PERSONS;
        return new Breadth(
                asOf,
                at.position(),
                customer.customerId(),
                basis,
                from,
                persons ? departments() : null,
                Rate.of(figure(FEATURES_USED, null), figure(FEATURES_CATALOGUED, null)),
                Stream.of(Level.values())
                        .map(level -> new FeaturesOfLevel(
                                level,
                                Rate.of(figure(FEATURES_USED, level.word()), figure(FEATURES_CATALOGUED, level.word())),
                                persons ? figure(FEATURES_ADOPTED, level.word()) : null))
                        .toList(),
                persons ? activity() : null,
                champion());
    }

    /** What a figure counts. */
    List<Evidence> evidence(String figure, @Nullable String subject) {
        return switch (figure) {
            case DEPARTMENTS_REACHED ->
                departmentsKnown().keySet().stream()
                        .filter(department -> active(department).findAny().isPresent())
                        .map(department -> new Evidence(
                                department, 1, positions(active(department).flatMap(this::within))))
                        .toList();
            case DEPARTMENTS_KNOWN ->
                departmentsKnown().entrySet().stream()
                        .map(known -> new Evidence(
                                known.getKey(),
                                1,
                                known.getValue().stream().sorted().toList()))
                        .toList();
            case FEATURES_USED ->
                catalogued(subject)
                        .filter(used()::containsKey)
                        .map(feature -> new Evidence(feature, 1, used().getOrDefault(feature, List.of())))
                        .toList();
            case FEATURES_CATALOGUED ->
                catalogued(subject)
                        .map(feature ->
                                new Evidence(feature, 1, List.of(entry(feature).position())))
                        .toList();
            case FEATURES_ADOPTED -> {
                long members = customer.persons().values().stream()
                        .filter(person -> person.isEnabledOn(asOf))
                        .count();
                yield catalogued(subject)
                        .filter(feature -> membersUsing(feature).count() * ADOPTED_BY_ONE_OF > members)
                        .map(feature -> new Evidence(
                                feature,
                                1,
                                positions(membersUsing(feature)
                                        .flatMap(this::within)
                                        .filter(use -> use.feature().equals(feature)))))
                        .toList();
            }
            case ACTIVITY -> activity(from, asOf, subject);
            case CHAMPION_ACTIVITY ->
                activity(asOf.minusDays(SILENT_DAYS + CHAMPION_DAYS - 1L), asOf.minusDays(SILENT_DAYS), subject);
            default -> throw new IllegalArgumentException("There is no figure '" + figure + "'.");
        };
    }

    private Figure figure(String name, @Nullable String subject) {
        return Figure.of(
                evidence(name, subject).stream().mapToLong(Evidence::counts).sum(),
                name,
                at,
                "customer",
                customer.customerId(),
                "subject",
                subject,
                "from",
                from.toString());
    }

    private DepartmentReach departments() {
        var rows = new ArrayList<DepartmentUse>();
        for (var department : departmentsKnown().keySet()) {
            rows.add(new DepartmentUse(
                    department,
                    audience == null ? null : audience.departments().get(department),
                    of(department).filter(person -> person.isEnabledOn(asOf)).count(),
                    active(department).count()));
        }
        return new DepartmentReach(Rate.of(figure(DEPARTMENTS_REACHED, null), figure(DEPARTMENTS_KNOWN, null)), rows);
    }

    /** Departments with the events that tell of them. */
    private SortedMap<String, Set<Long>> departmentsKnown() {
        var known = new TreeMap<String, Set<Long>>();
        if (audience != null) {
            audience.departments()
                    .keySet()
                    .forEach(department -> known.computeIfAbsent(department, any -> new TreeSet<>())
                            .add(audience.position()));
        }
        for (var person : customer.persons().values()) {
            var department = person.departmentOn(asOf);
            if (department != null) {
                person.factsUntil(asOf, PersonFact.Kind.INVITED, PersonFact.Kind.ROLE_CHANGED)
                        .reduce((earlier, later) -> later)
                        .ifPresent(told -> known.computeIfAbsent(department, any -> new TreeSet<>())
                                .add(told.position()));
            }
        }
        return known;
    }

    private Stream<Person> of(String department) {
        return customer.persons().values().stream().filter(person -> department.equals(person.departmentOn(asOf)));
    }

    private Stream<Person> active(String department) {
        return of(department).filter(person -> within(person).findAny().isPresent());
    }

    private Stream<UseOfDay> within(Person person) {
        return person.usesWithin(from.minusDays(1), asOf);
    }

    private static List<Long> positions(Stream<UseOfDay> uses) {
        return uses.flatMap(use -> use.positions().stream()).sorted().toList();
    }

    private Stream<String> catalogued(@Nullable String level) {
        return features.featuresOn(asOf).stream()
                .filter(feature ->
                        level == null || entry(feature).level().word().equals(level));
    }

    private FeatureCatalogue.Entry entry(String feature) {
        var entry = features.on(feature, asOf);
        if (entry == null) {
            throw new IllegalArgumentException("Not in the catalogue: " + feature);
        }
        return entry;
    }

    /** Features used within the window, by anybody or according to totals, with the events that say so. */
    private Map<String, List<Long>> used() {
        var used = new TreeMap<String, List<Long>>();
        customer.persons().values().stream()
                .flatMap(this::within)
                .forEach(use -> used.computeIfAbsent(use.feature(), any -> new ArrayList<>())
                        .addAll(use.positions()));
        for (var total : customer.totals()) {
            if (!total.day().isBefore(from)) {
                total.features().forEach((feature, count) -> {
                    if (count > 0) {
                        used.computeIfAbsent(feature, any -> new ArrayList<>()).add(total.position());
                    }
                });
            }
        }
        used.values().forEach(positions -> positions.sort(Comparator.naturalOrder()));
        return used;
    }

    private Stream<Person> membersUsing(String feature) {
        return customer.persons().values().stream()
                .filter(person -> person.isEnabledOn(asOf)
                        && within(person).anyMatch(use -> use.feature().equals(feature)));
    }

    /** What each user did from one day to another, both included; of one user only when one is named. */
    private List<Evidence> activity(LocalDate first, LocalDate last, @Nullable String userId) {
        return customer.persons().values().stream()
                .filter(person -> userId == null || person.userId().equals(userId))
                .map(person -> {
                    var uses = person.usesWithin(first.minusDays(1), last).toList();
                    return new Evidence(
                            person.userId(),
                            uses.stream().mapToLong(UseOfDay::count).sum(),
                            positions(uses.stream()));
                })
                .filter(evidence -> evidence.counts() > 0)
                .toList();
    }

    private ActivityShares activity() {
        var activity = evidence(ACTIVITY, null);
        long idle = customer.persons().values().stream()
                .filter(person ->
                        person.isEnabledOn(asOf) && within(person).findAny().isEmpty())
                .count();
        var counts = Stream.concat(
                        activity.stream().map(Evidence::counts),
                        Stream.generate(() -> 0L).limit(idle))
                .toList();
        var top = top(activity);
        return new ActivityShares(
                counts.size(),
                Concentration.of(counts),
                top,
                Rate.of(
                        top == null ? new Figure(0, figure(ACTIVITY, null).explain()) : figure(ACTIVITY, top),
                        figure(ACTIVITY, null)));
    }

    /** Who did most; of equals the first by id. */
    private static @Nullable String top(List<Evidence> activity) {
        return activity.stream()
                .max(Comparator.comparingLong(Evidence::counts)
                        .thenComparing(Evidence::subject, Comparator.reverseOrder()))
                .map(Evidence::subject)
                .orElse(null);
    }

    private @Nullable Champion champion() {
        var userId = top(evidence(CHAMPION_ACTIVITY, null));
        var person = userId == null ? null : customer.persons().get(userId);
        if (person == null) {
            return null;
        }
        var share = Rate.of(figure(CHAMPION_ACTIVITY, userId), figure(CHAMPION_ACTIVITY, null));
        var role = person.roleOn(asOf);
        var byRole = role != null && CHAMPION_ROLES.contains(role.toLowerCase(Locale.ROOT));
        var byShare = share.of().value() * 100 >= share.among().value() * CHAMPION_PERCENT;
        return byRole || byShare ? new Champion(person.userId(), role, share, lost(person)) : null;
    }

    private @Nullable LostChampion lost(Person person) {
        return switch (person.stateOn(asOf)) {
            case DEACTIVATED -> LostChampion.DEACTIVATED;
            case ERASED -> LostChampion.ERASED;
            case INVITED, ACTIVE ->
                person.usesWithin(asOf.minusDays(SILENT_DAYS), asOf).findAny().isPresent() ? null : LostChampion.SILENT;
        };
    }
}
