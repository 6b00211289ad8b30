package tenure.command.automation;

/**
 * Turns events into {@link Order}s, in its methods {@code react}. It is never replayed: each class carries
 * {@code @DisallowReplay}, as Axon looks for that on the class itself.
 */
public interface Automation {
    /** The processor that all of them share, so that each sees the events of the log in one order. */
    String PROCESSOR = "automation";
}
