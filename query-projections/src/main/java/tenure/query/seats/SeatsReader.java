package tenure.query.seats;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tenure.query.people.CustomerPeople;
import tenure.query.people.PeopleTable;
import tenure.query.shared.Standpoint;

/** Brings the seats of customers together with what is known of their people. To be used within one transaction. */
@Component
class SeatsReader {

    private final SeatsTable seats;
    private final PeopleTable people;

    SeatsReader(SeatsTable seats, PeopleTable people) {
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
        var known = people.customer(customerId, at, PeopleTable.BEGINNING);
        return new Ledgers(
                seats.ledger(customerId, at.position()),
                known.map(customer -> new PeopleLedger(customer, people.courses(at), people.features(at)))
                        .orElse(PeopleLedger.NOTHING));
    }

    /**
     * Every customer that had signed up or bought something by the day, in the order of their ids.
     *
     * @param firstDay first day that they will be asked about
     */
    void each(Standpoint at, LocalDate firstDay, Receiver receiver) {
        var courses = people.courses(at);
        var features = people.features(at);
        seats.eachLedgers(at.position(), ledgers -> {
            var ids = ledgers.stream().map(CustomerLedger::customerId).toList();
            var known = people.customers(ids, at, firstDay.minusDays(PersonDays.WINDOW)).stream()
                    .collect(Collectors.toMap(CustomerPeople::customerId, Function.identity()));
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
