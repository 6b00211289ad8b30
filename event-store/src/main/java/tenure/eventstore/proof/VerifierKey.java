package tenure.eventstore.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a signing key, with which anybody can check a signed checkpoint. As text it is a line
 * {@code name+id+key}, as signed notes have it (C2SP signed-note): the id is the beginning of a hash of name and key.
 */
public final class VerifierKey {

    static final String ALGORITHM = "Ed25519";
    static final int ID_BYTES = 4;

    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    /** What X.509 puts in front of the bytes of an Ed25519 key. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Pattern LINE = Pattern.compile("([^\\s+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");
    private static final Pattern NOTE = Pattern.compile("(?s)(.*\n)\n— (\\S+) ([A-Za-z0-9+/=]+)\n");

    private final String name;
    private final byte[] raw;
    private final PublicKey key;

    private VerifierKey(String name, byte[] raw) throws GeneralSecurityException {
        this.name = name;
        this.raw = raw;
        this.key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(concat(X509_PREFIX, raw)));
    }

    static VerifierKey of(String name, PublicKey key) throws GeneralSecurityException {
        var encoded = key.getEncoded();
        return new VerifierKey(name, Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length));
    }

    /**
     * Reads a line that {@link #line} has written.
     *
     * @throws BadCheckpoint when it is something else
     */
    public static VerifierKey parse(String line) {
        var parts = LINE.matcher(line.strip());
        if (parts.matches()) {
            try {
                var typed = Base64.getDecoder().decode(parts.group(3));
                if (typed.length == 1 + KEY_BYTES && typed[0] == ED25519) {
                    var key = new VerifierKey(parts.group(1), Arrays.copyOfRange(typed, 1, typed.length));
                    if (HexFormat.of().formatHex(key.id()).equals(parts.group(2))) {
                        return key;
                    }
                }
            } catch (IllegalArgumentException | GeneralSecurityException e) {
                throw unreadable(e);
            }
        }
        throw unreadable(null);
    }

    private static BadCheckpoint unreadable(@Nullable Exception cause) {
        return new BadCheckpoint("It is not a verifier key, which looks like tenure+1a2b3c4d+ASNFZ….", cause);
    }

    /** The key as text. */
    public String line() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    /**
     * Reads a signed checkpoint.
     *
     * @throws BadCheckpoint when it is not one, or not signed with the private half of this key
     */
    public Checkpoint open(String note) {
        var parts = NOTE.matcher(note);
        if (!parts.matches()) {
            throw new BadCheckpoint("It does not have the form of a signed checkpoint.");
        }
        if (!isSigned(parts.group(1), parts.group(2), parts.group(3))) {
            throw new BadCheckpoint("It is not signed with the key " + line() + ".");
        }
        return Checkpoint.parse(parts.group(1));
    }

    String name() {
        return name;
    }

    /** The first bytes of a hash over name and key; they tell which key a signature is of. */
    byte[] id() {
        var hash = Hash.sha256();
        hash.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(hash.digest(typed()), ID_BYTES);
    }

    boolean verifies(byte[] text, byte[] signed) throws GeneralSecurityException {
        var signature = Signature.getInstance(ALGORITHM);
        signature.initVerify(key);
        signature.update(text);
        return signature.verify(signed);
    }

    private boolean isSigned(String text, String signer, String signature) {
        try {
            var bytes = Base64.getDecoder().decode(signature);
            // Bits that pad the text and are not in the bytes could be anything: only one text is the signature.
            return signer.equals(name)
                    && Base64.getEncoder().encodeToString(bytes).equals(signature)
                    && bytes.length == ID_BYTES + SIGNATURE_BYTES
                    && Arrays.equals(id(), Arrays.copyOf(bytes, ID_BYTES))
                    && verifies(
                            text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }

    private byte[] typed() {
        return concat(new byte[] {ED25519}, raw);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
