package tenure.query.funnel;

import java.util.List;
import java.util.stream.Stream;
import tenure.query.shared.Question;

/** What a person does for the first time on the way into a product. */
enum FirstKind {
    INVITED,
    ACTIVATED,
    /** Who uses a feature has logged on, whether or not the source told of it. */
    LOGGED_ON,
    /** A feature by its name: which ones are of value is for the catalogue to say. */
    USED,
    /** A course by its id: which ones are required is for the catalogue to say. */
    TRAINED;

    /** The kinds that an event counts for. */
    static List<FirstKind> of(String event) {
        return Stream.of(values()).filter(kind -> kind.events().contains(event)).toList();
    }

    /** Whether the first of each subject counts, and not the first of all. */
    boolean bySubject() {
        return this == USED || this == TRAINED;
    }

    /** The events that are of this kind. */
    List<String> events() {
        return switch (this) {
            case INVITED -> List.of("user.invited");
            case ACTIVATED -> List.of("user.activated");
            case LOGGED_ON -> List.of("usage.logged-on", "usage.feature-used");
            case USED -> List.of("usage.feature-used");
            case TRAINED -> List.of("training.completed");
        };
    }

    String word() {
        return Question.word(this);
    }
}
