package tenure.query.shared;

import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives each read its checked {@link Question}, and tells the API description which parameters it understands. */
@Component
class QuestionResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    /** One sentence per parameter; a parameter means the same in every read that knows it. */
    private static final Map<String, String> MEANING = Map.ofEntries(
            Map.entry(
                    "asOf",
                    "Day the question is about, such as 2023-06-30: the state at its end, in UTC. Default: today."),
            Map.entry(
                    "knownAt",
                    "What the log knew then: a position, a time, or a day, which is meant whole. Facts recorded later do"
                            + " not count. Default: all that is recorded."),
            Map.entry("figure", "Name of the figure, such as seats.trained; the address of a figure has it."),
            Map.entry("subject", "What the figure is of within a customer, as its address says."),
            Map.entry("minPosition", "Waits up to two seconds until the view has reached this position of the log."),
            Map.entry("status", "all, live or churned. Default: all."),
            Map.entry("search", "Part of the name or the id, in any case."),
            Map.entry("plan", "Plan of the term in force."),
            Map.entry("owner", "Who looks after the customer."),
            Map.entry(
                    "stage",
                    "Of customers the furthest that they have reached, such as trained; of cases new, contacted,"
                            + " plan-agreed, recovering or closed. Default: any."),
            Map.entry("segment", "Id of a segment that the customer belongs to. Default: all customers."),
            Map.entry(
                    "sort",
                    "Column to sort by, with '-' in front for descending. Default: -monthlyRevenue; of seats -money."),
            Map.entry("limit", "Rows per page, 1 to 500."),
            Map.entry("cursor", "nextCursor of the page before."),
            Map.entry("from", "First day that counts."),
            Map.entry("to", "First day that does not count any more."),
            Map.entry("type", "Stored name of the events wanted, such as license.sold. May be repeated."),
            Map.entry("actor", "Who did it, such as import:crm."),
            Map.entry("user", "Id of a user that the event names."),
            Map.entry("correlation", "Correlation id: what the event belongs to."),
            Map.entry("text", "Part of the payload, in any case."),
            Map.entry("kind", "Kind of contradiction, such as usage-before-registration. Default: all."),
            Map.entry("customer", "Id of a customer. Default: all."),
            Map.entry("workingDays", "true leaves out Saturdays and Sundays. Default: false."),
            Map.entry("every", "How far apart the points are: day, week or month. Default: day."),
            Map.entry("gap", "Which gap to sort by: assignment, log-on, training or activity. Default: training."),
            Map.entry("utilisation", "Colour of the utilisation: green, yellow, red or none. Default: any."),
            Map.entry(
                    "currency", "Code of a currency, such as EUR; the others do not count. Default: each for itself."),
            Map.entry("breakdown", "What groups are made of: plan, or a property of the profile. Default: no groups."),
            Map.entry("allowedGapDays", "Days without a contract that do not count as an end, 0 to 365. Default: 7."),
            Map.entry("level", "introductory, core, advanced or unclassified. Default: all."),
            Map.entry("band", "Band of the health, by its name in the model, such as red. Default: all."),
            Map.entry("disagreement", "true: only where health and human judgement say the opposite. Default: false."),
            Map.entry("model", "Id of a risk model, published or drafted. Default: the one that was published last."),
            Map.entry("state", "open, settled or all. Default: all."),
            Map.entry("ticketKind", "how-to, defect, request, billing or other. Default: all."),
            Map.entry("outcome", "reached, open, missed, out-of-order, decided or removed. Default: reached."),
            Map.entry("cohort", "Month in which the first term of the customer began, such as 2023-06. Default: any."),
            Map.entry(
                    "unit",
                    "What is counted: users, accounts, seats, customers or revenue, as far as the read knows them."),
            Map.entry("horizon", "Days from entry by whose end a step of the onboarding must be done. Default: 90."),
            Map.entry("order", "independent, any, ordered or strict. Default: as the funnel is defined."),
            Map.entry("windowHours", "Hours from entry within which a step counts. Default: as the funnel is defined."),
            Map.entry(
                    "exclude",
                    "An event that removes who does it after one step and before another, such as ticket.opened:0:2."
                            + " May be repeated."),
            Map.entry("optional", "Index of a step that later ones can be reached without. May be repeated."),
            Map.entry("interval", "day, week, four-weeks or month, as far as the read knows them."),
            Map.entry(
                    "by",
                    "plan, owner, contract-month, or a key of the profile such as profile.industry. Default: plan."),
            Map.entry("attribution", "At which step the property counts: first, last or step. Default: first."),
            Map.entry("step", "Index of a step; 0 is the entry. Default: 0."),
            Map.entry(
                    "days",
                    "How many days: back from the day asked about, or from entry until somebody must be active."),
            Map.entry("threshold", "Percent of the seats that must be active for an account to be. Default: 50."));

    private final Clock clock;

    QuestionResolver(Clock clock) {
        this.clock = clock;
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Question.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Question.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        refuseNobody(request);
        return new Question(
                request.getParameterMap(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                known(parameter.getMethodAnnotation(ReadParameters.class)));
    }

    /** No customer has a blank id, and what belongs to none is kept under one. */
    private static void refuseNobody(NativeWebRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                        instanceof Map<?, ?> variables
                && variables.get("customerId") instanceof String customerId
                && customerId.isBlank()) {
            throw Refusals.notFound("UNKNOWN_CUSTOMER", "There is no customer '" + customerId + "'.");
        }
    }

    private static String[] known(@Nullable ReadParameters annotation) {
        return annotation == null ? new String[0] : annotation.value();
    }

    @Bean
    static OperationCustomizer readParametersInApiDescription() {
        return (operation, handler) -> {
            var annotation = handler.getMethodAnnotation(ReadParameters.class);
            if (annotation != null) {
                for (var name : List.of("asOf", "minPosition")) {
                    operation.addParametersItem(parameter(name));
                }
                for (var name : annotation.value()) {
                    operation.addParametersItem(parameter(name));
                }
            }
            return operation;
        };
    }

    private static QueryParameter parameter(String name) {
        var parameter = new QueryParameter();
        parameter.name(name).required(false).description(MEANING.get(name)).schema(schema(name));
        return parameter;
    }

    private static Schema<?> schema(String name) {
        return switch (name) {
            case "asOf", "from", "to" -> new StringSchema().format("date");
            case "limit" -> new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(500));
            case "minPosition" -> new IntegerSchema().format("int64").minimum(BigDecimal.ZERO);
            default -> new StringSchema();
        };
    }
}
