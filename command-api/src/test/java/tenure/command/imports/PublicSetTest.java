package tenure.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenure.command.CommandIntake;
import tenure.command.CommandIntake.Outcome;
import tenure.command.InMemory;
import tenure.command.Request;
import tenure.command.Request.Sender;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.imports.ItemOutcome.Status;
import tenure.command.problem.ProblemException;

class PublicSetTest {

    private static final Path PUBLIC_SET = Path.of("../../shared/data/crmsim_public");

    private final InMemory log = new InMemory();
    private final CommandIntake intake =
            new CommandIntake(CommandCatalogue.ofTheDomain(), log.bus(), log, log, Clock.systemUTC());

    @Test
    void isTakenByTheDomainWithoutARefusalAndOnlyOnce() throws SourceRefused {
        assumeThat(PUBLIC_SET)
                .as("The public data set lies beside the repository.")
                .isDirectory();

        var first = importIt();
        long head = log.head();
        var second = importIt();

        assertThat(first.problems()).isEmpty();
        assertThat(first.count("register-customer", Status.ACCEPTED)).isEqualTo(472);
        assertThat(first.count("sell-license", Status.ACCEPTED)).isEqualTo(472);
        assertThat(first.count("renew-license", Status.ACCEPTED)).isEqualTo(3_485 - 472);
        assertThat(first.count("report-usage-day", Status.ACCEPTED)).isEqualTo(119_437);
        assertThat(first.count("churn-customer", Status.ACCEPTED)).isEqualTo(120);
        assertThat(first.count("cancel-license", Status.ACCEPTED)).isBetween(1L, 120L);
        assertThat(second.count("report-usage-day", Status.REPEATED)).isEqualTo(119_437);
        assertThat(second.count("renew-license", Status.REPEATED)).isEqualTo(3_485 - 472);
        assertThat(log.head()).isEqualTo(head);
    }

    private ImportReport importIt() throws SourceRefused {
        return new CustomerImport(this::send, progress -> {}).run(SourceMappings.named("crmsim"), PUBLIC_SET);
    }

    private List<ItemOutcome> send(List<ImportItem> items) {
        var sender = new Sender("local", "local", "import");
        return intake
                .takeAll(items.stream()
                        .map(item -> new Request(item.command(), item.body(), item.key(), sender, null, false))
                        .toList())
                .stream()
                .map(PublicSetTest::outcome)
                .toList();
    }

    private static ItemOutcome outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken(var answer) ->
                ItemOutcome.of(
                        answer.replayed()
                                ? Status.REPEATED
                                : answer.events().isEmpty() ? Status.UNCHANGED : Status.ACCEPTED);
            case Outcome.NotTaken(ProblemException problem) ->
                ItemOutcome.refused(problem.problem().code(), problem.problem().detail());
            case Outcome.NotTaken(var failure) -> throw failure;
        };
    }
}
