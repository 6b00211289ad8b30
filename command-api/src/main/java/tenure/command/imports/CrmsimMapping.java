package tenure.command.imports;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Simulated CRM customers: accounts, subscriptions (a row a term), daily usage and churn.
 *
 * <p>An {@code end_date} that was cut is an outcome, so the term is taken to have been sold until {@code start_date} plus
 * {@code bill_period_months} if that is later. {@code win_value}, {@code lose_value} and {@code discount} are left out:
 * the first two are sums of money inside the customer's own business, and the price is the one after discount. Accounts,
 * terms and churn are held in memory; usage, which is the bulk, streams through.
 */
final class CrmsimMapping implements SourceMapping {

    private static final List<String> USAGE = List.of("account_id", "date", "active_users", "events");
    private static final Set<String> NO_FEATURES =
            Set.of("account_id", "date", "active_users", "events", "win_value", "lose_value");

    @Override
    public String name() {
        return "crmsim";
    }

    @Override
    public void read(SourceFiles source, Receiver receiver) throws SourceRefused {
        try (var accounts = CsvFile.open(source, "accounts", CrmsimAccount.COLUMNS);
                var terms = CsvFile.open(source, "subscriptions", CrmsimAccount.COLUMNS_OF_TERMS);
                var churn = CsvFile.open(source, "churn", CrmsimAccount.COLUMNS_OF_CHURN);
                var usage = CsvFile.open(source, "usage_daily", USAGE)) {
            new Reading(List.of(accounts, terms, churn, usage), receiver).run();
        }
    }

    /** One run over the files. */
    private static final class Reading {

        private final List<CsvFile> files;
        private final Receiver receiver;
        private final long size;
        private final Map<String, CrmsimAccount> accounts = new LinkedHashMap<>();
        private final List<String> features;
        private String current = "";
        private long rows;

        Reading(List<CsvFile> files, Receiver receiver) {
            this.files = files;
            this.receiver = receiver;
            this.size = files.stream().mapToLong(CsvFile::size).sum();
            this.features = files.getLast().columns().stream()
                    .filter(column -> !NO_FEATURES.contains(column))
                    .toList();
        }

        void run() {
            each(files.get(0), row -> account(row).register(row));
            each(files.get(1), row -> account(row).addTerm(row));
            each(files.get(2), row -> account(row).churn(row));
            each(files.get(3), this::usage);
            accounts.values().forEach(account -> account.handOver(LocalDate.MAX, receiver));
        }

        private void each(CsvFile file, Consumer<CsvRow> action) {
            file.forEach(
                    row -> {
                        rows++;
                        action.accept(row);
                        told();
                    },
                    receiver::problem);
            told();
        }

        private void told() {
            long read = 0;
            for (CsvFile file : files) {
                read += file.bytesRead();
            }
            receiver.progress(new ImportProgress(rows, read, size));
        }

        private CrmsimAccount account(CsvRow row) {
            return accounts.computeIfAbsent(row.id("account_id"), CrmsimAccount::new);
        }

        /** What else is known of the account until that day goes before; the rest when the next account begins. */
        private void usage(CsvRow row) {
            ImportItem item = usageDay(row);
            String id = row.id("account_id");
            if (!id.equals(current) && accounts.containsKey(current)) {
                accounts.get(current).handOver(LocalDate.MAX, receiver);
            }
            current = id;
            account(row).handOver(row.date("date"), receiver);
            receiver.item(item);
        }

        private ImportItem usageDay(CsvRow row) {
            String id = row.id("account_id");
            LocalDate day = row.date("date");
            ObjectNode body = CrmsimAccount.body()
                    .put("customerId", id)
                    .put("day", day.toString())
                    .put("activeUsers", row.whole("active_users"))
                    .put("actions", row.whole("events"));
            ObjectNode used = body.putObject("features");
            for (String feature : features) {
                long count = row.whole(feature);
                if (count > 0) {
                    used.put(feature, count);
                }
            }
            body.put("occurredAt", day + "T23:59:59Z");
            return new ImportItem(
                    row.file(), row.line(), "report-usage-day", "crmsim:usage:%s:%s".formatted(id, day), id, body);
        }
    }
}
