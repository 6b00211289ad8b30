package tenure.command;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import tenure.domain.shared.CommandRefused;

/** Sends decisions to their aggregates, again when a race was lost, and says in one form what came of them. */
final class Decisions {

    /** Each attempt is won by one writer of the stream, so this many can write at once and all get through. */
    private static final int MOST_ATTEMPTS = 20;

    private final CommandBus bus;
    private final KnownParties parties;
    private final NamedParties named;
    private final Attribution attribution;

    Decisions(CommandBus bus, KnownParties parties) {
        this.bus = bus;
        this.parties = parties;
        this.named = new NamedParties(parties);
        this.attribution = new Attribution(parties);
    }

    /** The answer, or a {@link ProblemException}, or whatever failed. */
    Answer send(Prepared prepared) {
        named.check(prepared.command());
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
                    throw exists(prepared);
                }
            } catch (CommandRefused refusal) {
                if (fresh) {
                    throw new ProblemException(
                            Problem.notApplied(409, refusal.refusal().code(), refusal.text())
                                    .withCandidates(refusal.candidates()));
                }
                fresh = true;
            } catch (AggregateNotFoundException unknown) {
                throw ProblemException.refused(
                        "UNKNOWN_" + kindOf(prepared).toUpperCase(Locale.ROOT),
                        "There is no %s yet; check the id.".formatted(prepared.stream()));
            } catch (ConflictingAggregateVersionException stale) {
                if (fresh) {
                    throw stale(prepared, stale);
                }
                fresh = true;
            } catch (DryRun.Decided decided) {
                if (decided.beginsAStream()
                        && parties.versionOf(prepared.stream()).isPresent()) {
                    throw exists(prepared);
                }
                return Answer.trial(
                        prepared,
                        decided.events().stream()
                                .map(event -> EventCatalogue.nameOf(event.getPayloadType()))
                                .toList());
            }
        }
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

    private static ProblemException exists(Prepared prepared) {
        return ProblemException.refused(
                "ALREADY_EXISTS", "%s exists already; choose another id.".formatted(prepared.stream()));
    }

    private static ProblemException contended() {
        return new ProblemException(
                Problem.notApplied(409, "CONTENDED", "Too many write to this at once; send it again."),
                Map.of("Retry-After", "1"));
    }

    /** A command that begins a stream finds out about one that is there only when it stores, so that is looked up. */
    private ProblemException stale(Prepared prepared, ConflictingAggregateVersionException conflict) {
        long expected = conflict.getExpectedVersion();
        Optional<Long> current = conflict.getActualVersion() < 0
                ? parties.versionOf(prepared.stream())
                : Optional.of(conflict.getActualVersion());
        if (current.isEmpty()) {
            return new ProblemException(Problem.notApplied(
                    412,
                    "VERSION_DIFFERS",
                    "%s does not exist yet, so it has no version; send this without If-Match."
                            .formatted(prepared.stream())));
        }
        long version = current.get();
        if (version == expected) {
            return exists(prepared);
        }
        var problem = Problem.notApplied(
                412,
                "VERSION_DIFFERS",
                "It is at version %d, not %d; look again before you decide.".formatted(version, expected));
        return new ProblemException(problem.withCurrentVersion(version), Map.of("ETag", "\"" + version + "\""));
    }
}
