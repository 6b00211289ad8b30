package tenure.query.seats;

import java.time.LocalDate;
import java.util.HashMap;
import org.springframework.stereotype.Component;
import tenure.query.people.CustomerPeople;
import tenure.query.people.People;
import tenure.query.shared.Standpoint;

/** Brings the seats of customers together with what is known of their people. To be used within one transaction. */
@Component
class SeatsReader {

    private final SeatsTable seats;
    private final People people;

    SeatsReader(SeatsTable seats, People people) {
        this.seats = seats;
        this.people = people;
    }

    /** A customer with its people. */
    record Ledgers(CustomerLedger seats, PeopleLedger people) {

        SeatBasis basis(LocalDate day) {
            return people.basis(day, seats.hasAssigned(day));
        }
    }

    /** Takes customers one after another. */
    interface Receiver {
        void accept(Ledgers ledgers);
    }

    /** One customer, with all that its people did until the day. */
    Ledgers one(String customerId, Standpoint at) {
        var known = people.customer(customerId, at);
        return new Ledgers(
                seats.ledger(customerId, at.position()),
                known.map(customer -> new PeopleLedger(customer, people.courses(at), people.features(at)))
                        .orElse(PeopleLedger.NOTHING));
    }

    /** Every customer that had signed up or bought something by the day, in the order of their ids. */
    void each(Standpoint at, Receiver receiver) {
        var courses = people.courses(at);
        var features = people.features(at);
        seats.eachLedgers(at.position(), ledgers -> {
            var ids = ledgers.stream().map(CustomerLedger::customerId).toList();
            var known = new HashMap<String, CustomerPeople>();
            people.each(ids, at, customer -> known.put(customer.customerId(), customer));
            for (var ledger : ledgers) {
                var customer = known.get(ledger.customerId());
                if (ledger.isKnown(at.asOf().day())) {
                    receiver.accept(new Ledgers(
                            ledger,
                            customer == null ? PeopleLedger.NOTHING : new PeopleLedger(customer, courses, features)));
                }
            }
        });
    }
}
