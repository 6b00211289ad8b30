package tenure.domain.shared;

/** A command that tells what another system saw: it is recorded even when it contradicts what is known. */
public interface Fact {
    /** The stream that it is appended to, such as {@code usage/P-0000}. */
    String stream();

    /** The event to record. */
    Object event();
}
