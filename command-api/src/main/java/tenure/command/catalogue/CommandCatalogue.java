package tenure.command.catalogue;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;
import tenure.domain.correction.CorrectionCommand;
import tenure.domain.customer.CustomerCommand;
import tenure.domain.funnel.FunnelCommand;
import tenure.domain.license.LicenseCommand;
import tenure.domain.onboarding.OnboardingCommand;
import tenure.domain.onboarding.OnboardingTemplateCommand;
import tenure.domain.risk.RiskModelCommand;
import tenure.domain.risk.RiskWatchCommand;
import tenure.domain.segment.SegmentCommand;
import tenure.domain.support.TicketCommand;
import tenure.domain.training.CourseCommand;
import tenure.domain.training.TrainingCommand;
import tenure.domain.usage.UsageCommand;
import tenure.domain.user.UserCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every command by name, from the sealed interfaces of the domain. */
public final class CommandCatalogue {

    private final Map<String, CommandKind> kinds;

    private CommandCatalogue(Map<String, CommandKind> kinds) {
        this.kinds = kinds;
    }

    /** The commands of the domain. */
    public static CommandCatalogue ofTheDomain() {
        return of(Stream.of(
                        CustomerCommand.class,
                        LicenseCommand.class,
                        UserCommand.class,
                        CourseCommand.class,
                        TrainingCommand.class,
                        OnboardingTemplateCommand.class,
                        OnboardingCommand.class,
                        UsageCommand.class,
                        FunnelCommand.class,
                        CorrectionCommand.class,
                        TicketCommand.class,
                        SegmentCommand.class,
                        RiskModelCommand.class,
                        RiskWatchCommand.class)
                .flatMap(subject -> Stream.of(subject.getPermittedSubclasses())));
    }

    private static CommandCatalogue of(Stream<Class<?>> commands) {
        return new CommandCatalogue(commands.map(CommandCatalogue::describe)
                .collect(toMap(
                        CommandKind::name,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("Two commands are called " + one.name());
                        },
                        LinkedHashMap::new)));
    }

    /** All of them, subject by subject. */
    public Collection<CommandKind> all() {
        return kinds.values();
    }

    /** The command of that name, or a 404 that lists names that come near. */
    public CommandKind named(String name) {
        CommandKind kind = kinds.get(name);
        if (kind == null) {
            throw new ProblemException(
                    Problem.notApplied(404, "UNKNOWN_COMMAND", "There is no such command; /v3/api-docs lists them all.")
                            .withNear(Near.to(name, kinds.keySet())));
        }
        return kind;
    }

    /** The command of that name, if there is one. */
    public Optional<CommandKind> find(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    private static CommandKind describe(Class<?> type) {
        String name = CommandKind.nameOf(type);
        return new CommandKind(name, type, example(name));
    }

    private static JsonNode example(String name) {
        try (InputStream json = CommandCatalogue.class.getResourceAsStream("examples/" + name + ".json")) {
            if (json == null) {
                throw new IllegalStateException("There is no example of " + name);
            }
            return JsonMapper.shared().readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
