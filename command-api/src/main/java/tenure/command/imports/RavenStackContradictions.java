package tenure.command.imports;

import java.time.LocalDate;

/** Remarks where the parts of an account of the RavenStack set contradict each other. */
final class RavenStackContradictions {

    private final SourceMapping.Receiver receiver;

    RavenStackContradictions(SourceMapping.Receiver receiver) {
        this.receiver = receiver;
    }

    void of(RavenStackAccount account, LocalDate lastDay) {
        account.subscriptions().forEach(subscription -> subscription(subscription, lastDay));
        account.churn().forEach(left -> churn(account, left));
        boolean flagged = account.isFlaggedAsChurned();
        boolean left = !account.churn().isEmpty();
        when(flagged, "accounts with churn_flag true; it has no date and is left out", account.row());
        when(left, "accounts with a churn event", account.row());
        when(flagged && left, "accounts with both a churn_flag and a churn event", account.row());
        when(account.churn().size() > 1, "accounts with two or more churn events", account.row());
        LocalDate lastLeft = account.churn().stream()
                .map(RavenStackChurn::day)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
        when(
                !account.usage().tailMap(lastLeft, false).isEmpty(),
                "accounts that show usage after their last churn event",
                account.row());
    }

    private void subscription(RavenStackSubscription subscription, LocalDate lastDay) {
        when(
                !subscription.renewsItself() && subscription.goesOnBeyondItsTerm(lastDay),
                "subscriptions that go on beyond a billing period though they do not renew themselves",
                subscription.row());
        when(
                subscription.startsOn().equals(subscription.endsOn()),
                "subscriptions that end on the day they start",
                subscription.row());
    }

    private void churn(RavenStackAccount account, RavenStackChurn left) {
        when(
                account.subscriptions().stream().anyMatch(subscription -> subscription.isOpenOn(left.day())),
                "churn events while a subscription of the same account stays open",
                left.row());
    }

    private void when(boolean strange, String text, CsvRow row) {
        if (strange) {
            receiver.remark(text, row.file(), row.line());
        }
    }
}
