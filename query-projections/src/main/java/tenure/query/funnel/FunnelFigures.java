package tenure.query.funnel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.funnel.Split.Attribution;
import tenure.query.funnel.Split.ByEntry;
import tenure.query.funnel.Split.Interval;
import tenure.query.life.LivesProjection;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource;
import tenure.query.shared.Question;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Names the events behind the bars of funnels: those of each unit that is counted, up to the step. */
@Component
class FunnelFigures implements FigureSource {

    private static final String[] KNOWN = {
        "from",
        "to",
        "cohort",
        "unit",
        "horizon",
        "order",
        "windowHours",
        "exclude",
        "optional",
        "customer",
        "step",
        "interval",
        "by",
        "attribution",
        "atStep",
        "part"
    };

    private final Funnels funnels;

    FunnelFigures(Funnels funnels) {
        this.funnels = funnels;
    }

    /** Gives the counts of a funnel, or of one part of it, the addresses that explain them. */
    static FunnelCount.Figures addressed(FunnelQuestion question, Standpoint at, String... part) {
        UnaryOperator<String[]> withPart =
                step -> Stream.concat(Arrays.stream(step), Arrays.stream(part)).toArray(String[]::new);
        return (side, step, count) ->
                figure(count, side.figure(), at, question.customerId(), question.subject(withPart.apply(new String[] {
                    "step", String.valueOf(step)
                })));
    }

    /** A figure of a customer, or of all when it is null. */
    static Figure figure(long count, String name, Standpoint at, @Nullable String customerId, String subject) {
        return customerId == null
                ? Figure.of(count, name, at, "subject", subject)
                : Figure.of(count, name, at, "customer", customerId, "subject", subject);
    }

    /** How a part of a split is named in an address. */
    static String[] part(Split split, @Nullable String part) {
        return Stream.concat(split.address().stream(), part == null ? Stream.of() : Stream.of("part", part))
                .toArray(String[]::new);
    }

    @Override
    public Set<String> projections() {
        return Set.of(LivesProjection.NAME);
    }

    @Override
    public Set<String> figures() {
        return Stream.of(Side.values()).map(Side::figure).collect(Collectors.toSet());
    }

    @Override
    public List<Evidence> evidence(Asked asked) {
        return page(asked, 0, Integer.MAX_VALUE).shown();
    }

    /** The events are looked up of those on the page only. */
    @Override
    public EvidencePage page(Asked asked, long after, int limit) {
        var question = new Question(parameters(asked), asked.at().asOf().day(), KNOWN);
        var funnel = FunnelQuestion.of(funnelId(asked), question);
        var ways = funnels.ways(funnel, asked.at());
        var step = Funnels.checkedStep((int) question.number("step", 0, 20, 0), funnel, ways);
        var side = Stream.of(Side.values())
                .filter(one -> one.figure().equals(asked.figure()))
                .findFirst()
                .orElseThrow();
        var split = split(funnel, question, asked.at());
        var part = question.text("part");
        var counted = new Paged(after, limit);
        ways.each(way -> {
            if (side.has(way, step) && (split == null || Objects.equals(split.partOf(way), part))) {
                counted.add(
                        way.count(),
                        () -> new Evidence(
                                way.userId() == null ? way.customerId() : way.userId(),
                                way.count(),
                                way.positions(step)));
            }
        });
        return counted.page();
    }

    private static String funnelId(Asked asked) {
        var subject = asked.subject();
        if (subject == null) {
            throw Refusals.badParameter(
                    "subject", "MISSING", "'subject' must name the funnel, as the address of a figure does.");
        }
        return subject.split(";", 2)[0];
    }

    private static Map<String, String[]> parameters(Asked asked) {
        var parameters = new HashMap<String, String[]>();
        if (asked.subject() != null) {
            parameters.putAll(FunnelQuestion.parameters(asked.subject()));
        }
        if (asked.customerId() != null) {
            parameters.put("customer", new String[] {asked.customerId()});
        }
        return parameters;
    }

    private @Nullable Split split(FunnelQuestion funnel, Question question, Standpoint at) {
        var by = question.text("by");
        if (by != null) {
            return funnels.byProperty(
                    funnel, at, by, question.choice("attribution", Attribution.class, Attribution.FIRST), (int)
                            question.number("atStep", 0, 20, 0));
        }
        return question.text("interval") == null
                ? null
                : new ByEntry(question.choice("interval", Interval.class, Interval.MONTH));
    }
}
