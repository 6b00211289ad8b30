package tenure.command.imports;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenure.command.imports.RavenStackAccount.Told;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happened to one account of the RavenStack set, as Tenure takes it: whoever left comes back before something is sold
 * to it again, or before it leaves again as a returned one; while it is away, none of its subscriptions is renewed; and a
 * term that is neither renewed nor cut short in the set does not renew itself, as the set knows nothing of what follows.
 */
final class RavenStackStory {

    private final RavenStackAccount account;
    private final SourceMapping.Receiver receiver;
    private final List<ImportItem> items = new ArrayList<>();

    /** The body of the last term of each license that is not cancelled. */
    private final Map<String, ObjectNode> lastTerms = new HashMap<>();

    /** Licenses whose last term is over and was not renewed. */
    private final Set<String> lapsed = new HashSet<>();

    private boolean away;

    RavenStackStory(RavenStackAccount account, SourceMapping.Receiver receiver) {
        this.account = account;
        this.receiver = receiver;
    }

    void tell(List<Told> told) {
        told.forEach(this::tell);
        lastTerms.values().forEach(term -> term.put("autoRenew", false));
        items.forEach(receiver::item);
    }

    private void tell(Told next) {
        RavenStackChurn left = next.churn();
        if (away && next.rank() == Told.SALE) {
            remark("subscriptions that start after a churn event: taken as a win-back on that day", next);
            winBack(next);
        }
        if (left != null && left.isReactivation()) {
            if (away) {
                winBack(next);
            } else {
                remark("churn events of a reactivated account that was not away", next);
            }
        }
        if (isOfALicense(next) && !goesOn(next)) {
            return;
        }
        items.add(next.item());
        away = away || left != null;
    }

    private static boolean isOfALicense(Told next) {
        return next.rank() == Told.SALE || next.rank() == Told.RENEWAL || next.rank() == Told.END;
    }

    /** Keeps track of the license. False when there is nothing to tell, as the customer is away or the term is over. */
    private boolean goesOn(Told next) {
        ObjectNode body = next.item().body();
        String license = body.path("licenseId").asString();
        if (next.rank() == Told.END) {
            lastTerms.remove(license);
            if (lapsed.contains(license)) {
                remark("subscriptions that end while they are not renewed: over before", next);
                return false;
            }
            return true;
        }
        if (away) {
            remark("billing periods that begin while the account is away: not renewed", next);
            lapsed.add(license);
            return false;
        }
        lapsed.remove(license);
        lastTerms.put(license, body);
        return true;
    }

    private void remark(String text, Told next) {
        receiver.remark(text, next.item().file(), next.item().line());
    }

    private void winBack(Told next) {
        ImportItem because = next.item();
        ObjectNode body = RavenStackAccount.body()
                .put("customerId", account.id())
                .put(
                        "wonBackOn",
                        next.at().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        items.add(new ImportItem(
                because.file(), because.line(), "win-back-customer", because.key() + ":back", account.id(), body));
        away = false;
    }
}
