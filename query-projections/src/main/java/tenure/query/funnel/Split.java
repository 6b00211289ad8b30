package tenure.query.funnel;

import static java.util.stream.Collectors.groupingBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Facts.Agreed;
import tenure.query.funnel.Facts.PropertyFact;
import tenure.query.shared.Question;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Tells ways apart: by when they were entered, or by a property of the customer. A way belongs to one part. */
interface Split {

    /** The part of each way, in their order; null where a property has no value. */
    List<@Nullable String> partsOf(List<Way> ways);

    /** How it is asked for in the address of a figure: names and values in turn. */
    List<String> address();

    /** How long the parts of a trend are. */
    enum Interval {
        DAY,
        WEEK,
        MONTH;

        /** First day of the part that a day is in; weeks begin on Mondays. */
        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        /** First day of the next part. */
        LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
            };
        }
    }

    /** At which step the value of a property counts. */
    enum Attribution {
        FIRST,
        LAST,
        STEP
    }

    /** By the day, week or month of entry. */
    record ByEntry(Interval interval) implements Split {
        @Override
        public List<@Nullable String> partsOf(List<Way> ways) {
            var parts = new ArrayList<@Nullable String>();
            for (var way : ways) {
                parts.add(interval.start(FunnelCount.day(way.enteredAt())).toString());
            }
            return parts;
        }

        @Override
        public List<String> address() {
            return List.of("interval", Question.word(interval));
        }
    }

    /**
     * By the value that a property of the customer had when a step was reached.
     *
     * @param property plan, owner, contract-month, or 'profile.' with a key
     * @param step     the step that the value counts at, if that is what the attribution says
     */
    record ByProperty(FunnelReader reader, Standpoint at, String property, Attribution attribution, int step)
            implements Split {

        private static final String PLAN = "plan";
        private static final String CONTRACT_MONTH = "contract-month";

        /** Refuses what is no property. */
        public ByProperty {
            if (!List.of(PLAN, CONTRACT_MONTH, "owner").contains(property) && !property.startsWith("profile.")) {
                throw Refusals.badParameter(
                        "by",
                        "UNKNOWN_VALUE",
                        "'by' must be plan, owner, contract-month, or a key of the profile such as profile.industry.");
            }
        }

        @Override
        public List<@Nullable String> partsOf(List<Way> ways) {
            var ids = new LinkedHashSet<>(ways.stream().map(Way::customerId).toList());
            var ofContracts = property.equals(PLAN) || property.equals(CONTRACT_MONTH);
            var contracts = new HashMap<String, Contracts>();
            Map<String, List<PropertyFact>> facts = Map.of();
            if (ofContracts) {
                reader.contracts(ids, at).stream()
                        .collect(groupingBy(Agreed::customerId))
                        .forEach((id, agreed) -> contracts.put(id, new Contracts(agreed)));
            } else {
                facts = reader.properties(ids, property, at).stream().collect(groupingBy(PropertyFact::customerId));
            }
            var none = new Contracts(List.of());
            var parts = new ArrayList<@Nullable String>();
            for (var way : ways) {
                var moment = moment(way);
                if (moment == null) {
                    parts.add(null);
                } else if (ofContracts) {
                    parts.add(ofContract(contracts.getOrDefault(way.customerId(), none), moment));
                } else {
                    parts.add(valueAt(facts.getOrDefault(way.customerId(), List.of()), moment));
                }
            }
            return parts;
        }

        private @Nullable Instant moment(Way way) {
            return switch (attribution) {
                case FIRST -> way.enteredAt();
                case LAST -> way.reachedAt(way.furthest());
                case STEP -> way.reachedAt(step);
            };
        }

        private @Nullable String ofContract(Contracts contracts, Instant moment) {
            if (property.equals(PLAN)) {
                return contracts.planOn(FunnelCount.day(moment));
            }
            var cohort = contracts.cohort();
            return cohort == null ? null : cohort.toString();
        }

        private static @Nullable String valueAt(List<PropertyFact> facts, Instant moment) {
            String value = null;
            for (var fact : facts) {
                if (!fact.occurredAt().isAfter(moment)) {
                    value = fact.value();
                }
            }
            return value;
        }

        @Override
        public List<String> address() {
            return List.of("by", property, "attribution", Question.word(attribution), "atStep", String.valueOf(step));
        }
    }

    /** Counts each part of a funnel. */
    static Map<@Nullable String, FunnelCount> count(Ways ways, Split split) {
        var counts = new HashMap<@Nullable String, FunnelCount>();
        ways.each(some -> {
            var parts = split.partsOf(some);
            for (int i = 0; i < some.size(); i++) {
                counts.computeIfAbsent(parts.get(i), part -> new FunnelCount(ways.steps()))
                        .add(some.get(i));
            }
        });
        return counts;
    }

    /** The parts that have a name, in alphabetical order. */
    static Collection<String> named(Map<@Nullable String, FunnelCount> counts) {
        var named = new TreeSet<String>();
        for (var part : counts.keySet()) {
            if (part != null) {
                named.add(part);
            }
        }
        return named;
    }
}
