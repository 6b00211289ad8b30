package tenure.command.imports;

import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/** A churn event of the RavenStack set; a reactivation is one of an account that had come back before. */
record RavenStackChurn(CsvRow row, LocalDate day) {

    static RavenStackChurn of(CsvRow row) {
        return new RavenStackChurn(row, row.date("churn_date"));
    }

    boolean isReactivation() {
        return row.text("is_reactivation").equals("True");
    }

    ImportItem item(RavenStackAccount account) {
        ObjectNode body = RavenStackAccount.body()
                .put("customerId", account.id())
                .put("churnedOn", day.toString())
                .put("reasonCode", row.id("reason_code"))
                .put("reasonText", row.text("feedback_text"));
        return account.item(row, "churn-customer", "churn:" + row.id("churn_event_id"), body);
    }
}
