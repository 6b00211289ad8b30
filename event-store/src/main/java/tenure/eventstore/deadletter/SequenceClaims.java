package tenure.eventstore.deadletter;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one at a time work on the letters of a sequence, on whatever node. Claims are taken and given back in
 * transactions of their own, so that others see them; finishing a letter is fenced within the transaction of its work.
 */
public final class SequenceClaims {

    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private final TransactionTemplate joined;
    private final String owner;
    private final double timeoutSeconds;

    /**
     * Claims of one node.
     *
     * @param owner   name of the node, different from that of any other
     * @param timeout after this time without a finished letter a claim may be taken over
     */
    public SequenceClaims(JdbcClient jdbc, PlatformTransactionManager transactions, String owner, Duration timeout) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.joined = new TransactionTemplate(transactions);
        this.owner = owner;
        this.timeoutSeconds = timeout.toMillis() / 1000.0;
    }

    /** A claim on a sequence; its epoch is never given out again. */
    record Claim(String processor, String sequence, long epoch) {}

    /** Takes a sequence that nobody holds, or whose holder has been silent for too long; never waits. */
    Optional<Claim> take(String processor, String sequence) {
        var epoch = own.execute(status -> {
            var first = jdbc.sql("""
                    insert into eventstore.dead_letter_claim (processor, sequence, owner)
                    values (:processor, :sequence, :owner)
                    on conflict do nothing
                    returning epoch
                    """)
                    .param("processor", processor)
                    .param("sequence", sequence)
                    .param("owner", owner)
                    .query((row, number) -> row.getLong("epoch"))
                    .optional();
            return first.or(() -> takeOver(processor, sequence));
        });
        return epoch == null ? Optional.empty() : epoch.map(given -> new Claim(processor, sequence, given));
    }

    /** A holder in the middle of finishing a letter has the row locked: it is alive, so it is passed by. */
    private Optional<Long> takeOver(String processor, String sequence) {
        return jdbc.sql("""
                update eventstore.dead_letter_claim
                set owner = :owner, epoch = nextval('eventstore.dead_letter_epoch'), claimed_at = clock_timestamp()
                where (processor, sequence) in (
                    select processor, sequence from eventstore.dead_letter_claim
                    where processor = :processor and sequence = :sequence
                      and claimed_at < clock_timestamp() - make_interval(secs => :timeout)
                    for update skip locked)
                returning epoch
                """)
                .param("owner", owner)
                .param("processor", processor)
                .param("sequence", sequence)
                .param("timeout", timeoutSeconds)
                .query((row, number) -> row.getLong("epoch"))
                .optional();
    }

    /**
     * Does what finishes a letter, in one transaction with a look whether the claim still stands. Until the end of that
     * transaction nobody can take it over.
     *
     * @throws ClaimLost when another has taken the sequence over; the transaction must not be committed
     */
    void fenced(Claim claim, Runnable finish) {
        joined.executeWithoutResult(status -> {
            var held = jdbc.sql("""
                    update eventstore.dead_letter_claim set claimed_at = clock_timestamp()
                    where processor = ? and sequence = ? and owner = ? and epoch = ?
                    """)
                    .param(claim.processor())
                    .param(claim.sequence())
                    .param(owner)
                    .param(claim.epoch())
                    .update();
            if (held == 0) {
                throw new ClaimLost("Another node works on the letters of '" + claim.sequence() + "' of "
                        + claim.processor() + ": " + owner + " was silent for too long.");
            }
            finish.run();
        });
    }

    /** Gives a claim back once the work done under it is committed or rolled back. */
    void release(Claim claim) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            delete(claim);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                delete(claim);
            }
        });
    }

    private void delete(Claim claim) {
        own.executeWithoutResult(status -> jdbc.sql("""
                delete from eventstore.dead_letter_claim
                where processor = ? and sequence = ? and owner = ? and epoch = ?
                """)
                .param(claim.processor())
                .param(claim.sequence())
                .param(owner)
                .param(claim.epoch())
                .update());
    }

    double timeoutSeconds() {
        return timeoutSeconds;
    }

    /** Somebody else has taken over what this node was working on. */
    public static final class ClaimLost extends RuntimeException {
        ClaimLost(String message) {
            super(message);
        }
    }
}
