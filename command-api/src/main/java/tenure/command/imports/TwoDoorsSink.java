package tenure.command.imports;

import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Sends usage to the door for usage, after the other items of a batch, which go to the door for commands. */
public final class TwoDoorsSink implements CommandSink {

    private final CommandSink commands;
    private final CommandSink usage;

    /**
     * Sends to a Tenure.
     *
     * @param address where it answers
     * @param actor   whom the history will name
     */
    public TwoDoorsSink(URI address, String actor) {
        this(new HttpCommandSink(address, actor, false), HttpCommandSink.ofUsage(address, actor));
    }

    TwoDoorsSink(CommandSink commands, CommandSink usage) {
        this.commands = commands;
        this.usage = usage;
    }

    @Override
    public List<ItemOutcome> send(List<ImportItem> items) {
        var ofCommands =
                sent(commands, items.stream().filter(item -> !isUsage(item)).toList());
        var ofUsage = sent(usage, items.stream().filter(TwoDoorsSink::isUsage).toList());
        List<ItemOutcome> outcomes = new ArrayList<>();
        items.forEach(item -> outcomes.add(isUsage(item) ? ofUsage.next() : ofCommands.next()));
        return outcomes;
    }

    private static Iterator<ItemOutcome> sent(CommandSink sink, List<ImportItem> items) {
        return items.isEmpty()
                ? List.<ItemOutcome>of().iterator()
                : sink.send(items).iterator();
    }

    private static boolean isUsage(ImportItem item) {
        return ManyDoor.USAGE_TYPES.containsKey(item.command());
    }
}
