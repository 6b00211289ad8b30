package tenure.domain.shared;

/** A command that tells what another system saw: it is recorded even when it contradicts what is known. */
public interface Fact extends Targeted {
    /** The event to record. */
    Object event();
}
