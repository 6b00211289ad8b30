package tenure.app.security;

/** Somebody set a network address other than this machine's own; the message says why that is refused. */
public final class UnsafeAddress extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsafeAddress(String setting, String address) {
        super("Tenure asks for no password yet, so it listens on 127.0.0.1 only; " + setting + "=" + address
                + " is refused.");
    }
}
