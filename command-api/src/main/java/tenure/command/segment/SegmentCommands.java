package tenure.command.segment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenure.command.Request;
import tenure.command.Request.Sender;
import tenure.command.Sha256;
import tenure.command.problem.ProblemException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says which commands a call means. Whatever names or describes a person is left where it is, except for the department and
 * the role: Tenure stores neither names nor addresses.
 */
final class SegmentCommands {

    /** Traits of a group that are kept as the profile of the customer. */
    private static final List<String> PROFILE = List.of("industry", "plan", "employees", "website");

    private static final int LONGEST_KEY = 255;

    private final Sender sender;

    SegmentCommands(Sender sender) {
        this.sender = sender;
    }

    /** When a command is sent, of all the calls that came together: what it builds on comes before it. */
    enum Phase {
        REGISTER,
        INVITE,
        ACTIVATE,
        RECORD
    }

    /** A command and its turn. */
    record Step(Phase phase, Request request) {}

    /** The commands; none for a call that means nothing here. A 400 when something is missing in it. */
    List<Step> of(SegmentCall call) {
        return switch (call.type()) {
            case TRACK, PAGE, SCREEN -> List.of(step(call, Phase.RECORD, usage(call)));
            case IDENTIFY -> identify(call);
            case GROUP -> group(call);
            case ALIAS -> List.of();
        };
    }

    private List<Step> identify(SegmentCall call) {
        List<Step> steps = new ArrayList<>();
        if (call.named()) {
            if (call.customerId() != null) {
                steps.add(step(call, Phase.INVITE, invitation(call)));
            }
            steps.add(step(call, Phase.ACTIVATE, new Command("activate-user", ofUser(call))));
        }
        return steps;
    }

    private List<Step> group(SegmentCall call) {
        if (call.customerId() == null) {
            throw ProblemException.badRequest("/groupId", "MISSING", "The id of the group is required.");
        }
        List<Step> steps = new ArrayList<>();
        steps.add(step(call, Phase.REGISTER, registration(call, call.customerId())));
        if (call.named()) {
            steps.add(step(call, Phase.INVITE, invitation(call)));
        }
        return steps;
    }

    private static Command usage(SegmentCall call) {
        ObjectNode body = ofUser(call);
        put(body, "customerId", call.customerId());
        if (call.isLogOn()) {
            return new Command("record-log-on", body);
        }
        return new Command("record-feature-use", body.put("feature", call.feature()));
    }

    private static Command invitation(SegmentCall call) {
        ObjectNode body = ofUser(call);
        put(body, "customerId", call.customerId());
        if (call.type() == SegmentCall.Type.IDENTIFY) {
            String role = call.trait("role");
            put(body, "department", call.trait("department"));
            put(body, "role", role == null ? call.trait("title") : role);
        }
        return new Command("invite-user", body);
    }

    private static Command registration(SegmentCall call, String customer) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("customerId", customer);
        String name = call.trait("name");
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        PROFILE.forEach(trait -> put(profile, trait, call.trait(trait)));
        body.put("name", name == null ? customer : name);
        body.put("registeredOn", day(call.occurredAt()));
        body.set("profile", profile);
        return new Command(
                "register-customer", body.put("occurredAt", call.occurredAt().toString()));
    }

    private static ObjectNode ofUser(SegmentCall call) {
        if (call.userId() == null) {
            throw ProblemException.badRequest("/userId", "MISSING", "A userId or an anonymousId is required.");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("userId", call.userId())
                .put("occurredAt", call.occurredAt().toString());
    }

    private static String day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static void put(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private Step step(SegmentCall call, Phase phase, Command command) {
        String key = call.messageId() == null ? null : key(phase, call.messageId());
        return new Step(phase, new Request(command.name(), command.body(), key, sender, null, false));
    }

    /** Apart from the keys of commands, and from those of the other commands that the same call means. */
    private static String key(Phase phase, String messageId) {
        String prefix = "segment:" + phase.name().toLowerCase(Locale.ROOT) + ":";
        return messageId.matches("[!-~]+") && prefix.length() + messageId.length() <= LONGEST_KEY
                ? prefix + messageId
                : prefix + "sha256:" + HexFormat.of().formatHex(Sha256.of(messageId));
    }

    private record Command(String name, ObjectNode body) {}
}
