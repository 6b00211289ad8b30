package tenure.query.seats;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tenure.query.life.Life;
import tenure.query.life.LifeDigests;
import tenure.query.life.LifeViews;
import tenure.query.shared.AsOf;
import tenure.query.shared.Standpoint;

/** Brings the seats of customers together with what is known of their people. To be used within one transaction. */
@Component
class SeatsReader {

    private static final String VIEW = "seats";

    private final LifeViews views;
    private final LifeDigests<SeatDigest> digests;

    SeatsReader(LifeViews views) {
        this.views = views;
        this.digests = views.digests(VIEW, SeatDigest::of);
    }

    /** A customer with its people. */
    record Ledgers(CustomerLedger seats, PeopleLedger people) {

        private static Ledgers of(Life life, Life definitions, AsOf asOf) {
            return new Ledgers(CustomerLedger.of(life), PeopleLedger.of(life, definitions, asOf));
        }

        SeatBasis basis(LocalDate day) {
            return people.basis(day, seats.hasAssigned(day));
        }
    }

    /** One customer, with all that its people did until the day. */
    Ledgers one(String customerId, Standpoint at) {
        var ledgers = views.of(
                VIEW, customerId, at.position(), (life, definitions) -> Ledgers.of(life, definitions, at.asOf()));
        return ledgers == null ? new Ledgers(new CustomerLedger(customerId, List.of()), PeopleLedger.NOTHING) : ledgers;
    }

    /** These customers, in the order of their ids. */
    void each(Collection<String> customerIds, Standpoint at, Consumer<Ledgers> receiver) {
        views.each(
                VIEW,
                customerIds,
                at.position(),
                (life, definitions) -> Ledgers.of(life, definitions, at.asOf()),
                receiver);
    }

    /** Every customer that had signed up or bought something by the day, in the order of their ids. */
    List<SeatDigest> all(Standpoint at) {
        return digests.at(at.position()).stream()
                .filter(digest -> digest.isKnown(at.asOf().day()))
                .toList();
    }
}
