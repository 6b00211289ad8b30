package tenure.command;

/** The log refused an append because its command key has an answer already. Thrown by the engine's wiring. */
public final class KeyAlreadyUsed extends RuntimeException {
    /** About the given key. */
    public KeyAlreadyUsed(String commandKey) {
        super("The command key " + commandKey + " has been used.");
    }
}
