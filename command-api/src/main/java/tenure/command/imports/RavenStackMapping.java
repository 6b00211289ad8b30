package tenure.command.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * RavenStack: accounts, subscriptions (about ten an account, each a license), feature usage without users, tickets and
 * churn events. The set contradicts itself in many ways; nothing is left out for that, and each way is remarked and
 * counted. It is small, so all of it is held in memory.
 *
 * <p>Left out are columns that no command has a field for: {@code arr_amount} (twelve times {@code mrr_amount}), {@code
 * upgrade_flag} and {@code downgrade_flag} (no date), {@code usage_duration_secs}, {@code error_count}, {@code
 * is_beta_feature}, {@code resolution_time_hours} (the time between opening and closing), {@code refund_amount_usd} and
 * the {@code preceding_} flags. The {@code churn_flag} of accounts and subscriptions has no date either; it is only
 * compared with the churn events.
 */
final class RavenStackMapping implements SourceMapping {

    private static final List<String> ACCOUNTS = List.of(
            "account_id",
            "account_name",
            "industry",
            "country",
            "signup_date",
            "referral_source",
            "plan_tier",
            "seats",
            "is_trial",
            "churn_flag");
    private static final List<String> SUBSCRIPTIONS = List.of(
            "subscription_id",
            "account_id",
            "start_date",
            "end_date",
            "plan_tier",
            "seats",
            "mrr_amount",
            "is_trial",
            "billing_frequency",
            "auto_renew_flag");
    private static final List<String> CHURN =
            List.of("churn_event_id", "account_id", "churn_date", "reason_code", "is_reactivation", "feedback_text");
    private static final List<String> TICKETS = List.of(
            "ticket_id",
            "account_id",
            "submitted_at",
            "closed_at",
            "priority",
            "first_response_time_minutes",
            "satisfaction_score",
            "escalation_flag");
    private static final List<String> USAGE =
            List.of("usage_id", "subscription_id", "usage_date", "feature_name", "usage_count");

    @Override
    public String name() {
        return "ravenstack";
    }

    @Override
    public void read(SourceFiles source, Receiver receiver) throws SourceRefused {
        try (var accounts = CsvFile.open(source, "ravenstack_accounts", ACCOUNTS);
                var subscriptions = CsvFile.open(source, "ravenstack_subscriptions", SUBSCRIPTIONS);
                var churn = CsvFile.open(source, "ravenstack_churn_events", CHURN);
                var tickets = CsvFile.open(source, "ravenstack_support_tickets", TICKETS);
                var usage = CsvFile.open(source, "ravenstack_feature_usage", USAGE)) {
            new Reading(List.of(accounts, subscriptions, churn, tickets, usage), receiver).run();
        }
    }

    /** One run over the files. */
    private static final class Reading {

        private final List<CsvFile> files;
        private final Receiver receiver;
        private final long size;
        private final Map<String, RavenStackAccount> accounts = new LinkedHashMap<>();
        private final Map<String, RavenStackSubscription> subscriptions = new HashMap<>();
        private final Map<String, RavenStackAccount> accountOf = new HashMap<>();
        private final Set<String> usageIds = new HashSet<>();
        private LocalDate lastDay = LocalDate.MIN;
        private long rows;

        Reading(List<CsvFile> files, Receiver receiver) {
            this.files = files;
            this.receiver = receiver;
            this.size = files.stream().mapToLong(CsvFile::size).sum();
        }

        void run() {
            each(files.get(0), this::account);
            each(files.get(1), this::subscription);
            each(files.get(2), this::churn);
            each(files.get(3), this::ticket);
            each(files.get(4), this::usage);
            var contradictions = new RavenStackContradictions(receiver);
            for (RavenStackAccount account : accounts.values()) {
                contradictions.of(account, lastDay);
                account.handOver(lastDay, receiver);
            }
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

        private void account(CsvRow row) {
            var account = new RavenStackAccount(row);
            if (accounts.putIfAbsent(account.id(), account) != null) {
                throw new BadRow("TWICE", "The account %s has a row already.".formatted(account.id()));
            }
            seen(account.signedUpOn());
        }

        private void subscription(CsvRow row) {
            var account = accountOf(row);
            var subscription = RavenStackSubscription.of(row);
            if (subscriptions.putIfAbsent(subscription.id(), subscription) != null) {
                throw new BadRow("TWICE", "The subscription %s has a row already.".formatted(subscription.id()));
            }
            accountOf.put(subscription.id(), account);
            account.subscriptions().add(subscription);
            seen(subscription.startsOn());
        }

        private void churn(CsvRow row) {
            var left = RavenStackChurn.of(row);
            accountOf(row).churn().add(left);
            seen(left.day());
        }

        private void ticket(CsvRow row) {
            var account = accountOf(row);
            var ticket = RavenStackTicket.of(row);
            account.tickets().add(ticket);
            seen(ticket.openedOn());
            remarkWhen(
                    ticket.openedOn().isBefore(account.signedUpOn()),
                    "tickets submitted before the account signed up",
                    row);
            remarkWhen(
                    ticket.respondedAt().isAfter(ticket.closedAt()),
                    "tickets first responded to after they were closed",
                    row);
        }

        private void usage(CsvRow row) {
            String id = row.id("subscription_id");
            var subscription = subscriptions.get(id);
            var account = accountOf.get(id);
            if (subscription == null || account == null) {
                throw new BadRow("UNKNOWN_SUBSCRIPTION", "There is no subscription %s.".formatted(id));
            }
            LocalDate day = row.date("usage_date");
            account.usage()
                    .computeIfAbsent(day, first -> new RavenStackUsageDay(row))
                    .add(row);
            seen(day);
            remarkWhen(day.isBefore(subscription.startsOn()), "usage rows dated before their subscription starts", row);
            remarkWhen(day.isBefore(account.signedUpOn()), "usage rows dated before the account signed up", row);
            remarkWhen(
                    subscription.endsOn() != null && day.isAfter(subscription.endsOn()),
                    "usage rows dated after their subscription's end",
                    row);
            remarkWhen(
                    !usageIds.add(row.text("usage_id")),
                    "usage ids that occur again on a different row; both rows count",
                    row);
        }

        private RavenStackAccount accountOf(CsvRow row) {
            String id = row.id("account_id");
            var account = accounts.get(id);
            if (account == null) {
                throw new BadRow("UNKNOWN_ACCOUNT", "There is no account %s.".formatted(id));
            }
            return account;
        }

        private void seen(LocalDate day) {
            lastDay = day.isAfter(lastDay) ? day : lastDay;
        }

        private void remarkWhen(boolean strange, String text, CsvRow row) {
            if (strange) {
                receiver.remark(text, row.file(), row.line());
            }
        }
    }
}
