package tenure.query.people;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.query.life.Life;
import tenure.query.shared.AsOf;

/** The features that are known, with their levels as they were on each day. */
public final class FeatureCatalogue {

    /**
     * An entry of the catalogue.
     *
     * @param occurredAt since when it is so
     * @param level      introductory, core or advanced
     * @param product    the product it belongs to; null when it was not said
     */
    public record Entry(
            String feature,
            long position,
            Instant occurredAt,
            Level level,
            @Nullable String product,
            boolean valueEvent) {}

    private final Map<String, List<Entry>> entries = new HashMap<>();

    /** A catalogue of all entries that count. */
    public FeatureCatalogue(Collection<Entry> entries) {
        entries.stream()
                .sorted(comparing(Entry::occurredAt).thenComparingLong(Entry::position))
                .forEach(entry -> this.entries.merge(
                        entry.feature(),
                        List.of(entry),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList()));
    }

    /** What definitions say of features. */
    public static FeatureCatalogue of(Life definitions) {
        return new FeatureCatalogue(definitions.events().stream()
                .flatMap(happened -> happened.event() instanceof FeatureCataloged event
                        ? Stream.of(new Entry(
                                event.feature(),
                                happened.position(),
                                happened.occurredAt(),
                                Level.of(event.level()),
                                event.product(),
                                event.valueEvent()))
                        : Stream.empty())
                .toList());
    }

    /** What the catalogue said of a feature at the end of a day; null when it was not in it. */
    public @Nullable Entry on(String feature, LocalDate day) {
        var end = new AsOf(day).end();
        for (var entry : entries.getOrDefault(feature, List.of()).reversed()) {
            if (entry.occurredAt().isBefore(end)) {
                return entry;
            }
        }
        return null;
    }

    /** The level of a feature at the end of a day. One that is not in the catalogue counts as core. */
    public Level levelOn(String feature, LocalDate day) {
        var entry = on(feature, day);
        return entry == null ? Level.CORE : entry.level();
    }

    /** Whether a use is a core event: of a feature that was not introductory at the time. A mere log-on is none. */
    public boolean isCore(UseOfDay use) {
        return !use.isLogOn() && levelOn(use.feature(), use.day()) != Level.INTRODUCTORY;
    }

    /** Features in the catalogue at the end of a day, in alphabetical order. */
    public Set<String> featuresOn(LocalDate day) {
        var features = new TreeSet<String>();
        entries.keySet().stream()
                .filter(feature -> Objects.nonNull(on(feature, day)))
                .forEach(features::add);
        return features;
    }
}
