package tenure.query.churnrisk.timeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.license.event.NoticeGiven;
import tenure.domain.license.event.NoticeWithdrawn;
import tenure.domain.risk.event.CaseClosed;
import tenure.domain.risk.event.CaseOpened;
import tenure.domain.risk.event.CaseStageChanged;
import tenure.domain.risk.event.InterventionLogged;
import tenure.domain.risk.event.RiskFlagCleared;
import tenure.domain.risk.event.RiskFlagRaised;
import tenure.domain.risk.event.RiskModelPublished;
import tenure.domain.shared.EventName;
import tenure.query.churnrisk.timeline.RiskTimeline.Mark;
import tenure.query.churnrisk.timeline.RiskTimeline.Pin;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;
import tenure.query.shared.AsOf;

/** What is pinned to the line of a timeline. */
final class Pins {

    private Pins() {}

    static List<Mark> marks(Life definitions, AsOf asOf) {
        return definitions.events().stream()
                .filter(event -> event.event() instanceof RiskModelPublished
                        && event.occurredAt().isBefore(asOf.end()))
                .map(event -> {
                    var model = (RiskModelPublished) event.event();
                    return new Mark(day(event), model.modelId(), model.name(), event.position());
                })
                .toList();
    }

    static List<Pin> of(Life life, AsOf asOf) {
        return life.events().stream()
                .filter(event ->
                        words(event.event()) != null && event.occurredAt().isBefore(asOf.end()))
                .map(event -> new Pin(
                        day(event),
                        event.event().getClass().getAnnotation(EventName.class).value(),
                        event.position(),
                        String.valueOf(words(event.event()))))
                .toList();
    }

    private static @Nullable String words(Object event) {
        return switch (event) {
            case RiskFlagRaised flag -> "Flag raised: " + flag.reason();
            case RiskFlagCleared flag -> "Flag cleared: " + flag.reason();
            case CaseOpened opened -> "Case opened: " + opened.title();
            case CaseStageChanged changed -> "Case went on to " + changed.stage();
            case InterventionLogged logged -> "Intervention: " + logged.kind();
            case CaseClosed closed -> "Case closed: " + closed.outcome();
            case NoticeGiven given -> "Notice given for " + given.endsOn();
            case NoticeWithdrawn _ -> "Notice withdrawn";
            case CustomerChurned left -> "Left: " + left.reasonCode();
            case CustomerWonBack _ -> "Came back";
            default -> null;
        };
    }

    private static LocalDate day(LifeEvent event) {
        return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
    }
}
