package tenure.command.imports;

import java.util.List;

/**
 * What became of an import, for programs.
 *
 * @param commands      counts, by command
 * @param problems      refusals and rows that nothing came of, the first thousand, by file and line
 * @param problemsInAll how many there were
 * @param remarks       what is strange about the source, but cost no row
 * @param conclusion    the outcome in a sentence
 */
public record ImportSummary(
        List<CommandCount> commands,
        List<RowProblem> problems,
        long problemsInAll,
        List<Remark> remarks,
        String conclusion) {

    /**
     * What became of the items of one command.
     *
     * @param untried only in a trial: not decided, as they build on rows before them
     */
    public record CommandCount(
            String command, long read, long accepted, long repeated, long unchanged, long refused, long untried) {}
}
