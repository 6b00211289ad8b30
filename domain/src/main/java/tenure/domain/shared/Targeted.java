package tenure.domain.shared;

/** A command that names its stream by itself, because no single component does. */
public interface Targeted {
    /** The stream that it goes to, such as {@code training/anna/basics}. */
    String stream();
}
