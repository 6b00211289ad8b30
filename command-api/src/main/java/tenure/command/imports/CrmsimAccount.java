package tenure.command.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is known of one simulated account besides its usage, handed over in the order of time. */
final class CrmsimAccount {

    static final List<String> COLUMNS = List.of("account_id", "signup_date", "channel", "region", "founded_date");
    static final List<String> COLUMNS_OF_TERMS =
            List.of("account_id", "plan", "start_date", "end_date", "mrr", "seats", "bill_period_months");
    static final List<String> COLUMNS_OF_CHURN = List.of("account_id", "churn_date");

    private static final int LONGEST_PERIOD_MONTHS = 120;

    private final String id;
    private final List<Term> terms = new ArrayList<>();
    private @Nullable Dated registration;
    private @Nullable Dated churn;
    private @Nullable List<Dated> story;
    private int handedOver;

    CrmsimAccount(String id) {
        this.id = id;
    }

    void register(CsvRow row) {
        if (registration != null) {
            throw new BadRow("TWICE", "The account %s has a row already.".formatted(id));
        }
        LocalDate signedUpOn = row.date("signup_date");
        ObjectNode body = body().put("customerId", id).put("name", id).put("registeredOn", signedUpOn.toString());
        ObjectNode profile = body.putObject("profile");
        for (String column : List.of("channel", "region")) {
            if (!row.text(column).isEmpty()) {
                profile.put(column, row.text(column));
            }
        }
        profile.put("foundedOn", row.date("founded_date").toString());
        registration = dated(row, signedUpOn, "register-customer", "crmsim:accounts:" + id, body);
    }

    void addTerm(CsvRow row) {
        LocalDate startsOn = row.date("start_date");
        long months = row.whole("bill_period_months");
        if (months < 1 || months > LONGEST_PERIOD_MONTHS) {
            throw new BadRow("BAD_NUMBER", "bill_period_months must lie between 1 and " + LONGEST_PERIOD_MONTHS + ".");
        }
        LocalDate soldUntil = latest(row.date("end_date"), startsOn.plusMonths(months));
        terms.add(new Term(row, startsOn, soldUntil, row.whole("seats"), row.centsPerSeat("mrr", "seats")));
    }

    void churn(CsvRow row) {
        if (churn != null) {
            throw new BadRow("TWICE", "The account %s has left already.".formatted(id));
        }
        LocalDate day = row.date("churn_date");
        ObjectNode body =
                body().put("customerId", id).put("churnedOn", day.toString()).put("reasonCode", "unknown");
        churn = dated(row, day, "churn-customer", "crmsim:churn:" + id, body);
    }

    /** Hands over what happened until that day, itself included, and has not been handed over yet. */
    void handOver(LocalDate until, SourceMapping.Receiver receiver) {
        if (story == null) {
            story = tell();
        }
        while (handedOver < story.size() && !story.get(handedOver).day().isAfter(until)) {
            receiver.item(story.get(handedOver++).item());
        }
    }

    static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    private List<Dated> tell() {
        terms.sort(Comparator.comparing(Term::startsOn));
        List<Dated> told = new ArrayList<>();
        for (Term term : terms) {
            told.add(told.isEmpty() ? sale(term) : renewal(term));
        }
        if (churn != null) {
            if (!terms.isEmpty() && churn.day().isBefore(terms.getLast().soldUntil())) {
                told.add(cancellation(churn));
            }
            told.add(churn);
        }
        told.sort(Comparator.comparing(Dated::day));
        if (registration != null) {
            told.addFirst(registration);
        }
        return told;
    }

    private Dated sale(Term term) {
        ObjectNode body = body().put("licenseId", id).put("customerId", id).put("product", "crm");
        return term(term, "sell-license", body);
    }

    private Dated renewal(Term term) {
        return term(term, "renew-license", body().put("licenseId", id));
    }

    private Dated term(Term term, String command, ObjectNode body) {
        body.put("plan", term.row().text("plan"))
                .put("seats", term.seats())
                .put("pricePerSeatMinorUnits", term.pricePerSeatMinorUnits())
                .put("currency", "USD")
                .put("startsOn", term.startsOn().toString())
                .put("endsOn", term.soldUntil().toString())
                // The set tells every renewal itself, and nothing of what comes after it.
                .put("autoRenew", false);
        return dated(term.row(), term.startsOn(), command, "crmsim:terms:%s:%s".formatted(id, term.startsOn()), body);
    }

    private Dated cancellation(Dated left) {
        ObjectNode body = body().put("licenseId", id)
                .put("effectiveOn", left.day().toString())
                .put("occurredAt", left.day() + "T00:00:00Z");
        return new Dated(
                left.day(),
                new ImportItem(
                        left.item().file(),
                        left.item().line(),
                        "cancel-license",
                        "crmsim:cancellation:" + id,
                        id,
                        body));
    }

    private Dated dated(CsvRow row, LocalDate day, String command, String key, ObjectNode body) {
        body.put("occurredAt", day + "T00:00:00Z");
        return new Dated(day, new ImportItem(row.file(), row.line(), command, key, id, body));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private record Term(CsvRow row, LocalDate startsOn, LocalDate soldUntil, long seats, long pricePerSeatMinorUnits) {}

    private record Dated(LocalDate day, ImportItem item) {}
}
