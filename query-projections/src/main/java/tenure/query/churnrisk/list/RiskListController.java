package tenure.query.churnrisk.list;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.series.RiskBook;
import tenure.query.churnrisk.series.RiskSeries;
import tenure.query.churnrisk.timeline.ModelSeen;
import tenure.query.life.LivesProjection;
import tenure.query.shared.Answers;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Reads the customers on a day, by their risk. */
@RestController
@Tag(name = "Risk")
class RiskListController {

    private static final int USUAL_ROWS = 100;

    private final Answers answers;
    private final RiskBook book;

    RiskListController(Answers answers, RiskBook book) {
        this.answers = answers;
        this.book = book;
    }

    @GetMapping("/api/v1/risk")
    @Operation(
            summary = "Health, risk, band and top drivers of every customer on a day, the riskiest first",
            description = "Only who is a customer on the day. Sort by risk, health, change30, name, customerId, owner,"
                    + " withData or rating, with '-' in front for descending. The model is the one in force as known at"
                    + " the position; it holds for every day, as a model is a way to look at a history.")
    @ReadParameters({"knownAt", "search", "band", "owner", "disagreement", "sort", "limit", "cursor"})
    RiskList list(Question question) {
        var order = Order.of(question.text("sort"));
        return answers.seen(LivesProjection.NAME, question, at -> list(question, order, at));
    }

    private RiskList list(Question question, Order order, Standpoint at) {
        int day = (int) at.asOf().day().toEpochDay();
        long atLeast = question.knownAt() == null ? question.minPosition() : at.position();
        var told = book.at(at.position(), atLeast, day, RiskRow.BEFORE_DAYS);
        var model = told.model();
        var found = told.series().stream()
                .filter(series -> series.health(day) != RiskSeries.AWAY)
                .filter(matching(question, day))
                .toList();
        var counted = new LinkedHashMap<String, Long>();
        model.bands().forEach(band -> counted.put(band.band(), 0L));
        found.forEach(series -> {
            if (series.health(day) >= 0) {
                counted.merge(model.bands().get(series.band(day)).band(), 1L, Long::sum);
            }
        });
        var wanted = band(question, model);
        var rows = found.stream()
                .filter(series -> wanted < 0 || (series.health(day) >= 0 && series.band(day) == wanted))
                .sorted(order.by(day))
                .toList();
        long start = question.cursor(0);
        int limit = question.limit(USUAL_ROWS);
        return new RiskList(
                at.asOf().day(),
                at.position(),
                told.position(),
                ModelSeen.of(model),
                rows.size(),
                counted,
                start + limit < rows.size() ? Question.cursorAfter(start + limit) : null,
                rows.stream()
                        .skip(start)
                        .limit(limit)
                        .map(series -> RiskRow.of(series, day, model))
                        .toList());
    }

    private static int band(Question question, RiskModel model) {
        var asked = question.text("band");
        if (asked == null) {
            return -1;
        }
        var names = model.bands().stream().map(RiskModel.Band::band).toList();
        if (!names.contains(asked)) {
            throw Refusals.badParameter(
                    "band", "UNKNOWN_VALUE", "'band' must be one of " + String.join(", ", names) + ".");
        }
        return names.indexOf(asked);
    }

    private static Predicate<RiskSeries> matching(Question question, int day) {
        var search = question.text("search");
        var part = search == null ? null : search.toLowerCase(Locale.ROOT);
        var owner = question.text("owner");
        var disagreement = "true".equals(question.text("disagreement"));
        return series -> (part == null
                        || series.customerId().toLowerCase(Locale.ROOT).contains(part)
                        || (series.profile().name() != null
                                && series.profile()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(part)))
                && (owner == null || owner.equals(series.profile().owner(day)))
                && (!disagreement || RiskRow.disagree(series, day));
    }

    /** What rows can be ordered by; rows without a value come last, equal ones in the order of their ids. */
    private record Order(Column column, boolean descending) {

        enum Column {
            RISK,
            HEALTH,
            CHANGE30,
            NAME,
            CUSTOMER_ID,
            OWNER,
            WITH_DATA,
            RATING;

            String parameter() {
                return this == CUSTOMER_ID
                        ? "customerId"
                        : this == WITH_DATA ? "withData" : name().toLowerCase(Locale.ROOT);
            }
        }

        static Order of(@Nullable String sort) {
            var descending = sort == null || sort.startsWith("-");
            var name = sort == null ? "risk" : descending ? sort.substring(1) : sort;
            return Arrays.stream(Column.values())
                    .filter(column -> column.parameter().equals(name))
                    .findFirst()
                    .map(column -> new Order(column, descending))
                    .orElseThrow(() -> Refusals.badParameter(
                            "sort",
                            "UNKNOWN_VALUE",
                            "'sort' must be one of "
                                    + Arrays.stream(Column.values())
                                            .map(Column::parameter)
                                            .collect(Collectors.joining(", "))
                                    + ", with '-' in front for descending."));
        }

        Comparator<RiskSeries> by(int day) {
            return switch (column) {
                case RISK -> numbers(series -> series.health(day) < 0 ? null : series.logOdds(day));
                case HEALTH -> numbers(series -> series.health(day) < 0 ? null : series.health(day));
                case CHANGE30 -> numbers(series -> RiskRow.change(series, day));
                case WITH_DATA -> numbers(series -> series.withData(day));
                case RATING -> numbers(series -> series.profile().rating(day));
                case NAME -> texts(series -> series.profile().name());
                case OWNER -> texts(series -> series.profile().owner(day));
                case CUSTOMER_ID -> texts(RiskSeries::customerId);
            };
        }

        private Comparator<RiskSeries> numbers(Function<RiskSeries, @Nullable Integer> value) {
            return by(value);
        }

        private Comparator<RiskSeries> texts(Function<RiskSeries, @Nullable String> value) {
            return by(value);
        }

        private <V extends Comparable<V>> Comparator<RiskSeries> by(Function<RiskSeries, @Nullable V> value) {
            Comparator<V> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
            return Comparator.comparing(value, Comparator.nullsLast(order)).thenComparing(RiskSeries::customerId);
        }
    }
}
