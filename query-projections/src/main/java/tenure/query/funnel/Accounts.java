package tenure.query.funnel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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

    private final Lives lives;
    private final LifeViews views;
    private final LifeDigests<Account> digests;
    private volatile Latest latest = new Latest(-1, 0, new Catalogue(new Life(Life.DEFINITIONS, 0, List.of())));

    private record Latest(long lastPosition, int events, Catalogue catalogue) {}

    Accounts(Lives lives, LifeViews views) {
        this.lives = lives;
        this.views = views;
        this.digests = views.digests(VIEW, this::account);
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
            current =
                    new Latest(definitions.lastPosition(), definitions.events().size(), new Catalogue(definitions));
            latest = current;
        }
        return current.catalogue();
    }
}
