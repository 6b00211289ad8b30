package tenure.command.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is known of one account of the RavenStack set, told in the order of time. */
final class RavenStackAccount {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final CsvRow row;
    private final String id;
    private final LocalDate signedUpOn;
    private final List<RavenStackSubscription> subscriptions = new ArrayList<>();
    private final List<RavenStackChurn> churn = new ArrayList<>();
    private final List<RavenStackTicket> tickets = new ArrayList<>();
    private final TreeMap<LocalDate, RavenStackUsageDay> usage = new TreeMap<>();

    RavenStackAccount(CsvRow row) {
        this.row = row;
        this.id = row.id("account_id");
        this.signedUpOn = row.date("signup_date");
    }

    CsvRow row() {
        return row;
    }

    String id() {
        return id;
    }

    LocalDate signedUpOn() {
        return signedUpOn;
    }

    boolean isFlaggedAsChurned() {
        return row.text("churn_flag").equals("True");
    }

    List<RavenStackSubscription> subscriptions() {
        return subscriptions;
    }

    List<RavenStackChurn> churn() {
        return churn;
    }

    List<RavenStackTicket> tickets() {
        return tickets;
    }

    /** Days with usage, each folded into totals. */
    NavigableMap<LocalDate, RavenStackUsageDay> usage() {
        return usage;
    }

    /**
     * Hands everything over.
     *
     * @param lastDay of the set; open subscriptions are renewed until then
     */
    void handOver(LocalDate lastDay, SourceMapping.Receiver receiver) {
        receiver.item(item(row, "register-customer", "accounts:" + id, registration()));
        List<Told> told = new ArrayList<>();
        subscriptions.forEach(subscription -> subscription.tell(this, lastDay, told));
        churn.forEach(left -> told.add(new Told(startOf(left.day()), Told.CHURN, left.item(this), left)));
        tickets.forEach(ticket -> ticket.tell(this, told));
        usage.forEach((day, used) -> told.add(
                new Told(day.atTime(LAST_SECOND).toInstant(ZoneOffset.UTC), Told.USAGE, used.item(this, day), null)));
        told.sort(Comparator.comparing(Told::at).thenComparingInt(Told::rank));
        new RavenStackStory(this, receiver).tell(told);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An item about this account. */
    ImportItem item(CsvRow from, String command, String key, ObjectNode body) {
        return new ImportItem(from.file(), from.line(), command, "ravenstack:" + key, id, body);
    }

    private ObjectNode registration() {
        ObjectNode body = body().put("customerId", id)
                .put("name", row.text("account_name"))
                .put("registeredOn", signedUpOn.toString());
        ObjectNode profile = body.putObject("profile");
        for (String column : List.of("industry", "country", "referral_source", "plan_tier", "seats", "is_trial")) {
            if (!row.text(column).isEmpty()) {
                profile.put(column, row.text(column));
            }
        }
        return body;
    }

    /**
     * Something that happened.
     *
     * @param rank  orders what happened at the same moment
     * @param churn the churn event that it is, if it is one
     */
    record Told(
            Instant at, int rank, ImportItem item, @Nullable RavenStackChurn churn) {
        static final int SALE = 0;
        static final int RENEWAL = 1;
        static final int END = 2;
        static final int CHURN = 3;
        static final int TICKET = 4;
        static final int USAGE = TICKET + 5;
    }
}
