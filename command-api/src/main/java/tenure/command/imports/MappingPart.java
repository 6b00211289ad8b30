package tenure.command.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tenure.command.catalogue.Near;
import tools.jackson.databind.JsonNode;

/** A place in a mapping file, which collects everything that is wrong below it. */
final class MappingPart {

    private final JsonNode node;
    private final String place;
    private final List<String> problems;

    MappingPart(JsonNode node, String place, List<String> problems) {
        this.node = node;
        this.place = place;
        this.problems = problems;
    }

    JsonNode node() {
        return node;
    }

    /** Notes what is wrong here. */
    void wrong(String sentence) {
        problems.add(place.isEmpty() ? sentence : "%s: %s".formatted(place, sentence));
    }

    /** Notes a name that is none of the known, with the one that was probably meant. */
    void unknown(String what, String name, Collection<String> known) {
        var near = Near.to(name, known);
        wrong(
                near.isEmpty()
                        ? "%s %s; there %s: %s."
                                .formatted(what, name, known.size() == 1 ? "is" : "are", String.join(", ", known))
                        : "%s %s; did you mean %s?".formatted(what, name, String.join(" or ", near)));
    }

    /** Whether it is an object with none but these members. */
    boolean isObjectOf(Collection<String> names) {
        if (!node.isObject()) {
            wrong("an object is expected here.");
            return false;
        }
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                unknown("there is no", name, names);
            }
        }
        return true;
    }

    boolean has(String name) {
        return node.has(name);
    }

    MappingPart at(String name) {
        return new MappingPart(node.path(name), place.isEmpty() ? name : place + "." + name, problems);
    }

    MappingPart element(int index) {
        return new MappingPart(node.path(index), "%s[%d]".formatted(place, index), problems);
    }

    /** The same place, with something else in it. */
    MappingPart as(JsonNode other) {
        return new MappingPart(other, place, problems);
    }

    /** What is made of each element of the list of that name; none when there is no such list. */
    <T> List<T> each(String name, Function<MappingPart, Optional<T>> maker) {
        List<T> made = new ArrayList<>();
        MappingPart list = at(name);
        if (list.node.isMissingNode()) {
            return made;
        }
        if (!list.node.isArray()) {
            list.wrong("a list is expected here.");
            return made;
        }
        for (int index = 0; index < list.node.size(); index++) {
            maker.apply(list.element(index)).ifPresent(made::add);
        }
        return made;
    }

    /** The text of that name; null when it is not there. */
    @Nullable String text(String name) {
        MappingPart part = at(name);
        if (part.node.isMissingNode()) {
            return null;
        }
        if (!part.node.isString() || part.node.stringValue().isEmpty()) {
            part.wrong("a text is expected here.");
            return null;
        }
        return part.node.stringValue();
    }

    /** The text of that name, which must be there; empty when it is not. */
    String needed(String name) {
        String text = text(name);
        if (text == null) {
            if (!has(name)) {
                wrong("%s is missing.".formatted(name));
            }
            return "";
        }
        return text;
    }

    /** The texts of that name: a list, or one. */
    List<String> texts(String name) {
        if (at(name).node.isString()) {
            return List.of(needed(name));
        }
        return each(name, part -> {
            if (part.node.isString()) {
                return Optional.of(part.node.stringValue());
            }
            part.wrong("a text is expected here.");
            return Optional.empty();
        });
    }

    /** The truth of that name; false when it is not there. */
    boolean truth(String name) {
        MappingPart part = at(name);
        if (!part.node.isMissingNode() && !part.node.isBoolean()) {
            part.wrong("true or false is expected here.");
        }
        return part.node.asBoolean(false);
    }
}
