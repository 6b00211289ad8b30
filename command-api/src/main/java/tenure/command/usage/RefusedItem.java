package tenure.command.usage;

import tenure.command.problem.FieldError;
import tenure.command.problem.Problem;

/**
 * Why one of many items was not recorded.
 *
 * @param index   its place among the items, from 0
 * @param code    what a client reads to tell problems apart
 * @param pointer JSON pointer to the place in the item; empty for the item as a whole
 * @param detail  one sentence for the person who sent it
 */
public record RefusedItem(int index, String code, String pointer, String detail) {

    /** Of an item that cannot be read, the first thing that is wrong with it. */
    public static RefusedItem of(int index, Problem problem) {
        if (problem.errors().isEmpty()) {
            return new RefusedItem(index, problem.code(), "", problem.detail());
        }
        FieldError first = problem.errors().getFirst();
        return new RefusedItem(index, first.code(), first.pointer(), problem.detail());
    }
}
