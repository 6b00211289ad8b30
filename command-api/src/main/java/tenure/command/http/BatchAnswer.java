package tenure.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.command.Answer;
import tenure.command.problem.FieldError;
import tenure.command.problem.Problem;

/**
 * What became of many commands.
 *
 * @param position highest position recorded by them; null when there is none
 * @param items    in the order of the commands
 */
record BatchAnswer(@Nullable Long position, List<Item> items) {

    static BatchAnswer of(List<Item> items) {
        Long highest = null;
        for (Item item : items) {
            if (item.position() != null && (highest == null || item.position() > highest)) {
                highest = item.position();
            }
        }
        return new BatchAnswer(highest, items);
    }

    /**
     * What became of one command: an answer or a problem.
     *
     * @param status as if it had been sent alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            int index,
            int status,
            @Nullable Boolean replayed,
            @Nullable String commandId,
            @Nullable String stream,
            @Nullable Long version,
            @Nullable Long position,
            @Nullable List<Answer.Event> events,
            @Nullable String code,
            @Nullable String detail,
            @Nullable String outcome,
            @Nullable List<FieldError> errors) {

        static Item of(int index, Answer answer) {
            return new Item(
                    index,
                    answer.status(),
                    answer.replayed(),
                    answer.commandId(),
                    answer.stream(),
                    answer.version(),
                    answer.position(),
                    answer.events(),
                    null,
                    null,
                    null,
                    null);
        }

        static Item of(int index, Problem problem) {
            return new Item(
                    index,
                    problem.status(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    problem.code(),
                    problem.detail(),
                    problem.outcome(),
                    problem.errors());
        }
    }
}
