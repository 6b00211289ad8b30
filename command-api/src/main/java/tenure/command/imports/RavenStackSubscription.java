package tenure.command.imports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.command.imports.RavenStackAccount.Told;
import tools.jackson.databind.node.ObjectNode;

/**
 * A subscription of the RavenStack set: a license of its own. The set names no term, so it is sold for one billing period
 * and renewed for another as long as it goes on; {@code end_date} is its first day without service.
 *
 * @param endsOn null while it is open
 * @param months of a billing period
 */
record RavenStackSubscription(
        CsvRow row, String id, LocalDate startsOn, @Nullable LocalDate endsOn, int months) {

    static RavenStackSubscription of(CsvRow row) {
        int months = switch (row.text("billing_frequency")) {
            case "monthly" -> 1;
            case "annual" -> 12;
            default -> throw new BadRow("UNKNOWN_WORD", "billing_frequency: must be monthly or annual.");
        };
        return new RavenStackSubscription(
                row,
                row.id("subscription_id"),
                row.date("start_date"),
                row.text("end_date").isEmpty() ? null : row.date("end_date"),
                months);
    }

    boolean isOpenOn(LocalDate day) {
        return !startsOn.isAfter(day) && (endsOn == null || endsOn.isAfter(day));
    }

    boolean renewsItself() {
        return row.text("auto_renew_flag").equals("True");
    }

    /** Whether it goes on when its first billing period is over. */
    boolean goesOnBeyondItsTerm(LocalDate lastDay) {
        return goesOnAt(startsOn.plusMonths(months), lastDay);
    }

    void tell(RavenStackAccount account, LocalDate lastDay, List<Told> told) {
        told.add(told(
                account,
                startsOn,
                Told.SALE,
                "sell-license",
                "",
                term(0).put("licenseId", id).put("customerId", account.id()).put("product", "ravenstack")));
        LocalDate next = startsOn.plusMonths(months);
        for (int period = 1; goesOnAt(next, lastDay); period++) {
            told.add(told(
                    account,
                    next,
                    Told.RENEWAL,
                    "renew-license",
                    ":" + next,
                    term(period).put("licenseId", id)));
            next = startsOn.plusMonths((long) months * (period + 1));
        }
        if (endsOn != null) {
            ObjectNode end = RavenStackAccount.body().put("licenseId", id).put("effectiveOn", endsOn.toString());
            told.add(told(account, endsOn, Told.END, "cancel-license", ":end", end));
        }
    }

    private boolean goesOnAt(LocalDate day, LocalDate lastDay) {
        return endsOn == null ? !day.isAfter(lastDay) : day.isBefore(endsOn);
    }

    private Told told(RavenStackAccount account, LocalDate day, int rank, String command, String key, ObjectNode body) {
        ImportItem item = account.item(row, command, "subscriptions:" + id + key, body);
        return new Told(RavenStackAccount.startOf(day), rank, item, null);
    }

    /** Plan, seats and price of a billing period; a trial is a plan of its own, as it costs nothing. */
    private ObjectNode term(int period) {
        boolean trial = row.text("is_trial").equals("True");
        return RavenStackAccount.body()
                .put("plan", row.text("plan_tier") + (trial ? " trial" : ""))
                .put("seats", row.whole("seats"))
                .put("pricePerSeatMinorUnits", row.centsPerSeat("mrr_amount", "seats"))
                .put("currency", "USD")
                .put("startsOn", startsOn.plusMonths((long) months * period).toString())
                .put("endsOn", startsOn.plusMonths((long) months * (period + 1)).toString())
                .put("autoRenew", renewsItself());
    }
}
