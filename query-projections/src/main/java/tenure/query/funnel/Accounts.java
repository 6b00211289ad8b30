package tenure.query.funnel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.query.life.Life;
import tenure.query.life.LifeDigests;
import tenure.query.life.LifeViews;
import tenure.query.life.Lives;
import tenure.query.shared.Standpoint;

/** What is known of all customers and their people, kept in memory. */
@Component
class Accounts {

    /** The name of the view of the onboarding. */
    static final String VIEW = "onboarding";

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final Lives lives;
    private final LifeViews views;
    private final LifeDigests<Account> digests;
    private final TransactionTemplate snapshot;
    private volatile Latest latest = new Latest(-1, 0, new Catalogue(new Life(Life.DEFINITIONS, 0, List.of())));

    private record Latest(long lastPosition, int events, Catalogue catalogue) {}

    Accounts(Lives lives, LifeViews views, PlatformTransactionManager transactions) {
        this.lives = lives;
        this.views = views;
        this.digests = views.digests(VIEW, this::account);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** All lives are read once, so that the first who asks does not wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread.ofVirtual().name("onboarding-warm-up").start(() -> {
            try {
                snapshot.executeWithoutResult(status -> digests.at(Long.MAX_VALUE));
            } catch (RuntimeException e) {
                LOG.warn("The onboarding could not be read in advance: whoever asks first waits for it", e);
            }
        });
    }

    /** Customers in the order of their ids; a null id: all. */
    List<Account> at(Standpoint at, @Nullable String customerId) {
        if (customerId == null) {
            return digests.at(at.position());
        }
        var account = views.of(VIEW, customerId, at.position(), this::account);
        return account == null ? List.of() : List.of(account);
    }

    /** The same, by id. */
    Map<String, Account> byId(Standpoint at, @Nullable String customerId) {
        var byId = new HashMap<String, Account>();
        at(at, customerId).forEach(account -> byId.put(account.customerId(), account));
        return byId;
    }

    private Account account(Life life, Life definitions) {
        return Account.of(life, catalogue(definitions));
    }

    /** What was known to be defined at a position. */
    Catalogue catalogue(long position) {
        return catalogue(lives.definitions(position));
    }

    /** The catalogue is the same for all customers, and made once. */
    private Catalogue catalogue(Life definitions) {
        var current = latest;
        if (current.lastPosition() != definitions.lastPosition()
                || current.events() != definitions.events().size()) {
            current = new Latest(
                    definitions.lastPosition(), definitions.events().size(), new Catalogue(definitions));
            latest = current;
        }
        return current.catalogue();
    }
}
