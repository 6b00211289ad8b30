package tenure.query.churnrisk.cases;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.risk.event.CaseClosed;
import tenure.domain.risk.event.CaseOpened;
import tenure.domain.risk.event.CaseStageChanged;
import tenure.domain.risk.event.InterventionLogged;
import tenure.domain.risk.event.RiskWatchEvent;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;
import tenure.query.shared.AsOf;

/** The cases of one customer: few events, kept as they are. */
record CaseFold(String customerId, List<LifeEvent> events) {

    static final String VIEW = "cases";

    static final String CLOSED = "closed";

    /** Null for a customer that never had one. */
    static @Nullable CaseFold of(Life life, Life definitions) {
        var events = life.events().stream()
                .filter(event -> event.event() instanceof RiskWatchEvent)
                .sorted(Comparator.comparing(LifeEvent::occurredAt).thenComparingLong(LifeEvent::position))
                .toList();
        return events.isEmpty() ? null : new CaseFold(life.customerId(), events);
    }

    /** A case as it is at some moment. */
    static final class Case {
        final CaseOpened opened;
        final LocalDate openedOn;
        String stage = "new";
        LocalDate stageSince;

        @Nullable String outcome;

        final List<CaseBoard.Done> interventions = new ArrayList<>();
        final List<Long> positions = new ArrayList<>();

        Case(CaseOpened opened, LocalDate openedOn) {
            this.opened = opened;
            this.openedOn = openedOn;
            stageSince = openedOn;
        }

        private void enter(String next, LocalDate day) {
            stage = next;
            stageSince = day;
        }
    }

    /** The cases as they were at the end of a day. */
    Collection<Case> on(AsOf asOf) {
        var cases = new LinkedHashMap<String, Case>();
        for (var known : events) {
            if (!known.occurredAt().isBefore(asOf.end())) {
                break;
            }
            take(known, LocalDate.ofInstant(known.occurredAt(), ZoneOffset.UTC), cases);
        }
        return cases.values();
    }

    private static void take(LifeEvent known, LocalDate day, LinkedHashMap<String, Case> cases) {
        if (known.event() instanceof CaseOpened opened) {
            cases.put(opened.caseId(), new Case(opened, day));
        }
        var id = switch (known.event()) {
            case CaseOpened event -> event.caseId();
            case CaseStageChanged event -> event.caseId();
            case InterventionLogged event -> event.caseId();
            case CaseClosed event -> event.caseId();
            default -> "";
        };
        var found = cases.get(id);
        if (found == null) {
            return;
        }
        found.positions.add(known.position());
        switch (known.event()) {
            case CaseStageChanged event -> found.enter(event.stage(), day);
            case InterventionLogged event ->
                found.interventions.add(new CaseBoard.Done(day, event.kind(), event.note(), known.position()));
            case CaseClosed event -> {
                found.enter(CLOSED, day);
                found.outcome = event.outcome();
            }
            default -> {
                // Opened above.
            }
        }
    }
}
