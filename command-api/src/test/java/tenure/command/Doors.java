package tenure.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.http.OutcomeProblems;
import tenure.command.problem.Problem;

/** What the doors for usage stand on, over a log in memory at a fixed time. */
public final class Doors {

    /** When everything is received. */
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    public final InMemory log = new InMemory();

    public CommandIntake intake() {
        return new CommandIntake(CommandCatalogue.ofTheDomain(), log.bus(), log, log, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    public OutcomeProblems problems() {
        PassingTrouble trouble = failure -> failure instanceof Outage
                ? Optional.of(Problem.of(503, "AWAY", "Gone for a moment.", Problem.UNKNOWN))
                : Optional.empty();
        return new OutcomeProblems(provider(PassingTrouble.class, trouble));
    }

    public ObjectProvider<Clock> clock() {
        return provider(Clock.class, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    public static MockHttpServletRequest post(String contentType, String body) {
        var request = new MockHttpServletRequest("POST", "/");
        request.setContentType(contentType);
        request.setContent(body.getBytes(UTF_8));
        return request;
    }

    private static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
        var beans = new StaticListableBeanFactory();
        beans.addBean(type.getSimpleName(), bean);
        return beans.getBeanProvider(type);
    }

    /** Trouble that passes. */
    public static final class Outage extends RuntimeException {}
}
