package tenure.query.dataquality;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.dataquality.DataQuality.Contradiction;
import tenure.query.dataquality.DataQuality.Kind;
import tenure.query.life.Life;
import tenure.query.life.LifeDigests;
import tenure.query.life.LifeFold;
import tenure.query.life.LifeViews;
import tenure.query.shared.Question;
import tenure.query.shared.Standpoint;

/** Reads where lives contradict themselves. To be used within one transaction. */
@Component
class DataQualityReader {

    private static final String VIEW = "data-quality";

    private final LifeViews views;
    private final LifeDigests<QualityDigest> digests;
    private volatile @Nullable Quality last;

    DataQualityReader(LifeViews views) {
        this.views = views;
        this.digests = views.digests(VIEW, (life, definitions) -> QualityDigest.of(life, Elsewhere.NOTHING));
    }

    /** Every kind with its counts. */
    List<Kind> kinds(Standpoint at, @Nullable String customerId) {
        var day = at.asOf().day();
        var wanted = wanted(quality(at), customerId);
        return Stream.of(ContradictionKind.values())
                .map(kind -> {
                    long events = 0;
                    long customers = 0;
                    for (var one : wanted) {
                        int found = one.events(kind, day);
                        events += found;
                        customers += found > 0 && Life.isCustomer(one.customerId()) ? 1 : 0;
                    }
                    return new Kind(Question.word(kind), kind.means(), events, customers);
                })
                .toList();
    }

    /** Which rows of a kind and a life are wanted. */
    private record Piece(ContradictionKind kind, String customerId, long skip, long take) {}

    /** Some of the list: only those lives are folded that are on it. */
    List<Contradiction> find(
            Standpoint at, @Nullable ContradictionKind kind, @Nullable String customerId, long after, int limit) {
        var quality = quality(at);
        var day = at.asOf().day();
        var pieces = new ArrayList<Piece>();
        long skip = after;
        long left = limit;
        var kinds = kind == null ? Stream.of(ContradictionKind.values()) : Stream.of(kind);
        for (var each : kinds.sorted(comparing((ContradictionKind one) -> Question.word(one)))
                .toList()) {
            for (var one : wanted(quality, customerId)) {
                long rows = one.rows(each, day);
                if (skip < rows && left > 0) {
                    var take = Math.min(left, rows - skip);
                    pieces.add(new Piece(each, one.customerId(), skip, take));
                    left -= take;
                }
                skip = Math.max(0, skip - rows);
            }
        }
        return rows(pieces, quality, day, at.position());
    }

    private List<Contradiction> rows(List<Piece> pieces, Quality quality, LocalDate day, long upTo) {
        var ids = new TreeSet<>(pieces.stream().map(Piece::customerId).toList());
        var found = new HashMap<String, List<Found>>();
        each(ids, upTo, life -> Contradictions.in(new Claims(life), quality.elsewhere(life.customerId())), found::put);
        return pieces.stream()
                .flatMap(piece -> found.getOrDefault(piece.customerId(), List.of()).stream()
                        .filter(one -> one.kind() == piece.kind() && !one.day().isAfter(day))
                        .skip(piece.skip())
                        .limit(piece.take())
                        .map(one -> one.of(Life.isCustomer(piece.customerId()) ? piece.customerId() : null)))
                .toList();
    }

    private static List<QualityDigest> wanted(Quality quality, @Nullable String customerId) {
        return customerId == null
                ? quality.digests()
                : quality.digests().stream()
                        .filter(one -> one.customerId().equals(customerId) && Life.isCustomer(customerId))
                        .toList();
    }

    /** All lives as known at a position, kept until any of them is another. */
    private Quality quality(Standpoint at) {
        var source = digests.at(at.position());
        var nobody = Objects.requireNonNull(views.of(
                VIEW, Life.NOBODY, at.position(), (life, definitions) -> QualityDigest.of(life, Elsewhere.NOTHING)));
        var before = last;
        if (before != null && before.isOf(source, nobody)) {
            return before;
        }
        var all = new ArrayList<QualityDigest>();
        all.add(nobody);
        all.addAll(source);
        var neighbours = new Neighbours(all);
        var ids = neighbours.ids();
        var claims = new HashMap<String, Claims>();
        each(ids, at.position(), Claims::new, claims::put);
        var elsewhere = neighbours.elsewhere(claims.values());
        var anew = new HashMap<String, QualityDigest>();
        each(ids, at.position(), life -> QualityDigest.of(life, elsewhereOf(life, elsewhere)), anew::put);
        all.replaceAll(one -> anew.getOrDefault(one.customerId(), one));
        var quality = new Quality(source, nobody, List.copyOf(all), elsewhere);
        last = quality;
        return quality;
    }

    private static Elsewhere elsewhereOf(Life life, Map<String, Elsewhere> elsewhere) {
        return elsewhere.getOrDefault(life.customerId(), Elsewhere.NOTHING);
    }

    /** Folds these lives, nobody's among them if it is wanted. */
    private <D> void each(Set<String> ids, long upTo, Function<Life, D> fold, BiConsumer<String, D> receiver) {
        LifeFold<Made<D>> made = (life, definitions) -> new Made<>(life.customerId(), fold.apply(life));
        views.each(VIEW, ids, upTo, made, one -> receiver.accept(one.customerId(), one.made()));
        if (ids.contains(Life.NOBODY)) {
            var one = views.of(VIEW, Life.NOBODY, upTo, made);
            if (one != null) {
                receiver.accept(one.customerId(), one.made());
            }
        }
    }

    private record Made<D>(String customerId, D made) {}
}
