package tenure.eventstore.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Signs checkpoints. The private half never leaves its file, which only its owner can read. */
final class SigningKey {

    private static final String NAME = "tenure";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /** Makes a key and writes its halves into two files. The public one goes first: alone it does no harm. */
    static SigningKey make(Path privateFile, Path publicFile) throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance(VerifierKey.ALGORITHM).generateKeyPair();
            var verifier = VerifierKey.of(NAME, pair.getPublic());
            var encoded = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            DurableFile.create(publicFile, verifier.line() + "\n", "rw-r--r--");
            DurableFile.create(privateFile, BEGIN + encoded + END, "rw-------");
            return new SigningKey(pair.getPrivate(), verifier);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java knows no Ed25519.", e);
        }
    }

    /**
     * Reads a key.
     *
     * @throws BadCheckpoint when there is none in the file, or the other file is not its public half
     */
    static SigningKey read(Path privateFile, Path publicFile) throws IOException {
        var verifier = VerifierKey.parse(Files.readString(publicFile));
        var text = Files.readString(privateFile);
        try {
            if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
                throw new BadCheckpoint(
                        "The file " + privateFile + " holds no private key; put it back from a backup.");
            }
            var encoded = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
            var key = new SigningKey(
                    KeyFactory.getInstance(VerifierKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)),
                    verifier);
            var trial = privateFile.toString().getBytes(StandardCharsets.UTF_8);
            if (!verifier.verifies(trial, key.signature(trial))) {
                throw new BadCheckpoint("The key in " + publicFile + " does not belong to the one in " + privateFile
                        + "; one of them was replaced. Put them back from a backup.");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BadCheckpoint("The file " + privateFile + " holds no private key; put it back from a backup.", e);
        }
    }

    VerifierKey verifier() {
        return verifier;
    }

    /** The checkpoint as a signed note. */
    String sign(Checkpoint checkpoint) {
        var text = checkpoint.text();
        try {
            var signature = signature(text.getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.allocate(VerifierKey.ID_BYTES + signature.length)
                    .put(verifier.id())
                    .put(signature)
                    .array();
            return text + "\n— " + verifier.name() + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] signature(byte[] bytes) throws GeneralSecurityException {
        var signature = Signature.getInstance(VerifierKey.ALGORITHM);
        signature.initSign(key);
        signature.update(bytes);
        return signature.sign();
    }
}
