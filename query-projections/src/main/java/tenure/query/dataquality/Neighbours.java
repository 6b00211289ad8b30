package tenure.query.dataquality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds the few lives that name whom or what others know, and tells each of them what these know. */
final class Neighbours {

    private final List<QualityDigest> all;
    private final Set<String> users;
    private final Set<String> trainings;
    private final Set<String> tickets;

    Neighbours(List<QualityDigest> all) {
        this.all = all;
        this.users = known(QualityDigest::strangers, QualityDigest::users);
        this.trainings = known(QualityDigest::unassigned, QualityDigest::trainings);
        this.tickets = shared();
    }

    /** What some lives miss and others know. */
    private Set<String> known(
            Function<QualityDigest, List<String>> missing, Function<QualityDigest, List<String>> knowing) {
        var missed = new HashSet<String>();
        all.forEach(one -> missed.addAll(missing.apply(one)));
        var known = new HashSet<String>();
        if (!missed.isEmpty()) {
            all.forEach(
                    one -> knowing.apply(one).stream().filter(missed::contains).forEach(known::add));
        }
        return known;
    }

    /** Tickets of which several lives tell. */
    private Set<String> shared() {
        var once = new HashSet<String>();
        var shared = new HashSet<String>();
        for (var one : all) {
            one.tickets().stream().filter(ticket -> !once.add(ticket)).forEach(shared::add);
        }
        return shared;
    }

    /** Lives that have to do with others. */
    Set<String> ids() {
        var ids = new TreeSet<String>();
        all.stream()
                .filter(one -> one.isTouched(users, trainings, tickets))
                .map(QualityDigest::customerId)
                .forEach(ids::add);
        return ids;
    }

    /** What others know, by customer. */
    Map<String, Elsewhere> elsewhere(Collection<Claims> claimed) {
        var told = new HashMap<String, List<TicketTold>>();
        for (var claims : claimed) {
            claims.tickets().forEach((ticket, facts) -> {
                if (tickets.contains(ticket)) {
                    told.computeIfAbsent(ticket, any -> new ArrayList<>()).addAll(facts);
                }
            });
        }
        var elsewhere = new TreeMap<String, Elsewhere>();
        for (var claims : claimed) {
            elsewhere.put(claims.customerId(), new Elsewhere(users, trainings, others(claims, told)));
        }
        return elsewhere;
    }

    private Map<String, List<TicketTold>> others(Claims claims, Map<String, List<TicketTold>> told) {
        var others = new HashMap<String, List<TicketTold>>();
        claims.tickets().forEach((ticket, own) -> {
            var facts = told.get(ticket);
            if (facts != null) {
                others.put(
                        ticket,
                        facts.stream().filter(fact -> !own.contains(fact)).toList());
            }
        });
        return others;
    }
}
