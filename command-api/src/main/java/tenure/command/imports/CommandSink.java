package tenure.command.imports;

import java.util.List;

/** Where an import sends its commands, from several threads at once. */
public interface CommandSink {

    /** Most items that are sent at a time. */
    int MOST = 1_000;

    /**
     * Sends the items in their order: one outcome each, in the same order.
     *
     * @throws ImportStopped when it makes no sense to go on
     */
    List<ItemOutcome> send(List<ImportItem> items);
}
