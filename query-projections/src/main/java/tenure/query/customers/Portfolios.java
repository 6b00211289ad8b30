package tenure.query.customers;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.life.Life;
import tenure.query.life.LifeDigests;
import tenure.query.life.LifeFold;
import tenure.query.life.LifeViews;
import tenure.query.shared.Standpoint;

/** What is known of all customers, and the portfolios that were asked for last, as far as there is memory for them. */
@Component
class Portfolios {

    private static final String VIEW = "customers";
    private static final int REMEMBERED = 8;

    private final LifeViews views;
    private final LifeDigests<CustomerDigest> digests;
    private final List<SoftReference<Portfolio>> recent = new ArrayList<>();
    private volatile @Nullable Catalogue catalogue;

    Portfolios(LifeViews views) {
        this.views = views;
        this.digests = views.digests(VIEW, this::fold);
    }

    /** What is known of each customer, in the order of their ids. To be called within a transaction. */
    List<CustomerDigest> digests(Standpoint at) {
        return digests.at(at.position());
    }

    /** What is known of one customer; null when it is nothing. To be called within a transaction. */
    @Nullable CustomerDigest digest(String customerId, Standpoint at) {
        return fold(customerId, at, (life, definitions) -> CustomerDigest.of(life, new Catalogue(definitions)));
    }

    /** What a fold makes of one customer; null when it is nothing. To be called within a transaction. */
    <D> @Nullable D fold(String customerId, Standpoint at, LifeFold<D> fold) {
        return views.of(VIEW, customerId, at.position(), fold);
    }

    /** All customers as seen from a standpoint. To be called within a transaction. */
    Portfolio on(Standpoint at) {
        int day = Days.of(at.asOf().day());
        var known = digests(at);
        var before = remembered(day, known);
        if (before != null && before.isOf(day, known)) {
            return before;
        }
        var portfolio = new Portfolio(day, known, before);
        remember(portfolio);
        return portfolio;
    }

    /** That very portfolio; else the last one of the day; null when there is none. */
    private @Nullable Portfolio remembered(int day, List<CustomerDigest> known) {
        synchronized (recent) {
            Portfolio ofDay = null;
            for (var reference : recent) {
                var portfolio = reference.get();
                if (portfolio != null && portfolio.isOf(day, known)) {
                    return portfolio;
                }
                ofDay = portfolio != null && portfolio.day() == day ? portfolio : ofDay;
            }
            return ofDay;
        }
    }

    private void remember(Portfolio portfolio) {
        synchronized (recent) {
            recent.removeIf(reference -> reference.refersTo(null));
            if (recent.size() == REMEMBERED) {
                recent.removeFirst();
            }
            recent.add(new SoftReference<>(portfolio));
        }
    }

    private @Nullable CustomerDigest fold(Life life, Life definitions) {
        var current = catalogue;
        if (current == null || !current.isOf(definitions)) {
            current = new Catalogue(definitions);
            catalogue = current;
        }
        return CustomerDigest.of(life, current);
    }

    /** What is defined, as known from a standpoint. */
    Catalogue catalogue(Standpoint at) {
        return Objects.requireNonNull(
                views.of(VIEW, Life.DEFINITIONS, at.position(), (life, definitions) -> new Catalogue(definitions)));
    }
}
