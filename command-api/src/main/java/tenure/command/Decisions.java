package tenure.command;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import tenure.command.CommandLedger.Recorded;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;
import tenure.domain.EventCatalogue;
import tenure.domain.license.LicenseCommand.SellLicense;
import tenure.domain.shared.CommandRefused;
import tenure.domain.shared.NamesCourse;
import tenure.domain.shared.NamesCustomer;
import tenure.domain.shared.NamesUser;

/** Sends decisions to their aggregates, again when a race was lost, and says in one form what came of them. */
final class Decisions {

    /** Each attempt is won by one writer of the stream, so this many can write at once and all get through. */
    private static final int MOST_ATTEMPTS = 20;

    private final CommandBus bus;
    private final KnownParties parties;
    private final Attribution attribution;

    Decisions(CommandBus bus, KnownParties parties) {
        this.bus = bus;
        this.parties = parties;
        this.attribution = new Attribution(parties);
    }

    /** The answer, or a {@link ProblemException}, or whatever failed. */
    Answer send(Prepared prepared) {
        mustKnowTheNamed(prepared.command());
        if (prepared.command() instanceof SellLicense sale) {
            mustNotHaveLeft(sale);
        }
        Object command =
                attribution.of(List.of(prepared.command()), new HashMap<>()).getFirst();
        // A trial meets nobody in the log, so it cannot find out that what it looked at was outrun.
        boolean fresh = prepared.request().dryRun();
        for (int attempt = 1; ; attempt++) {
            try {
                Answer answer = answerOf(prepared, dispatch(prepared, command, fresh));
                if (fresh || !answer.events().isEmpty()) {
                    return answer;
                }
                fresh = true;
            } catch (ConcurrencyException lostRace) {
                if (attempt == MOST_ATTEMPTS) {
                    throw contended();
                }
            } catch (AggregateStreamCreationException exists) {
                // Once more, for a command that finds the stream made meanwhile and then has something to decide.
                if (attempt > 1) {
                    throw refused(
                            "ALREADY_EXISTS", "%s exists already; choose another id.".formatted(prepared.stream()));
                }
            } catch (CommandRefused refusal) {
                if (fresh) {
                    throw new ProblemException(
                            Problem.notApplied(409, refusal.refusal().code(), refusal.text())
                                    .withCandidates(refusal.candidates()));
                }
                fresh = true;
            } catch (AggregateNotFoundException unknown) {
                throw refused(
                        "UNKNOWN_" + kindOf(prepared).toUpperCase(Locale.ROOT),
                        "There is no %s yet; check the id.".formatted(prepared.stream()));
            } catch (ConflictingAggregateVersionException stale) {
                if (fresh) {
                    throw stale(stale);
                }
                fresh = true;
            } catch (DryRun.Decided decided) {
                return Answer.trial(
                        prepared,
                        decided.events().stream()
                                .map(event -> EventCatalogue.nameOf(event.getPayloadType()))
                                .toList());
            }
        }
    }

    private void mustKnowTheNamed(Object command) {
        if (command instanceof NamesCustomer naming && !parties.isKnown(naming.customerId())) {
            throw refused("UNKNOWN_CUSTOMER", "No such customer has been registered; register it first.");
        }
        if (command instanceof NamesUser naming && !parties.isKnown(naming.userId())) {
            throw refused("UNKNOWN_USER", "No such user has been invited; invite the user first.");
        }
        if (command instanceof NamesCourse naming && !parties.isKnown(naming.courseId())) {
            throw refused("UNKNOWN_COURSE", "No such course has been published; publish it first.");
        }
    }

    private void mustNotHaveLeft(SellLicense sale) {
        parties.leftOn(sale.customerId())
                .filter(left -> !sale.startsOn().isBefore(left))
                .ifPresent(left -> {
                    throw refused(
                            "CUSTOMER_HAS_CHURNED",
                            "The customer left on %s; win it back first, or sell a term that starts before."
                                    .formatted(left));
                });
    }

    private List<TrackedEventMessage<?>> dispatch(Prepared prepared, Object command, boolean fresh) {
        MetaData metadata = prepared.metadata().asMetaData();
        if (fresh) {
            metadata = metadata.and(FreshWhenAsked.MARK, "true");
        }
        CommandMessage<Object> message = new GenericCommandMessage<>(
                command, prepared.request().dryRun() ? metadata.and(DryRun.MARK, "true") : metadata);
        var callback = new FutureCallback<Object, List<TrackedEventMessage<?>>>();
        bus.dispatch(message, callback);
        var result = callback.getResult();
        if (result.isExceptional()) {
            throw unchecked(result.exceptionResult());
        }
        return result.getPayload();
    }

    private static Answer answerOf(Prepared prepared, List<TrackedEventMessage<?>> recorded) {
        if (recorded.isEmpty()) {
            return Answer.unchanged(prepared);
        }
        var last = (DomainEventMessage<?>) recorded.getLast();
        return Answer.recorded(
                prepared,
                prepared.stream(),
                last.getSequenceNumber(),
                recorded.stream().map(Decisions::asRecorded).toList());
    }

    private static Recorded asRecorded(TrackedEventMessage<?> event) {
        var token = (GlobalSequenceTrackingToken) event.trackingToken();
        return new Recorded(
                EventCatalogue.nameOf(event.getPayloadType()), event.getIdentifier(), token.getGlobalIndex());
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    private static String kindOf(Prepared prepared) {
        return prepared.stream().substring(0, prepared.stream().indexOf('/'));
    }

    private static ProblemException refused(String code, String sentence) {
        return new ProblemException(Problem.notApplied(409, code, sentence));
    }

    private static ProblemException contended() {
        return new ProblemException(
                Problem.notApplied(409, "CONTENDED", "Too many write to this at once; send it again."),
                Map.of("Retry-After", "1"));
    }

    private static ProblemException stale(ConflictingAggregateVersionException conflict) {
        long current = conflict.getActualVersion();
        var problem = Problem.notApplied(
                412,
                "VERSION_DIFFERS",
                current < 0
                        ? "It does not exist yet, so it has no version."
                        : "It is at version %d, not %d; look again before you decide."
                                .formatted(current, conflict.getExpectedVersion()));
        return current < 0
                ? new ProblemException(problem)
                : new ProblemException(problem.withCurrentVersion(current), Map.of("ETag", "\"" + current + "\""));
    }
}
