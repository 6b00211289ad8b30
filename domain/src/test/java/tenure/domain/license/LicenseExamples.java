package tenure.domain.license;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import tenure.domain.license.LicenseCommand.AssignSeat;
import tenure.domain.license.LicenseCommand.CancelLicense;
import tenure.domain.license.LicenseCommand.ChangePlan;
import tenure.domain.license.LicenseCommand.ChangeSeats;
import tenure.domain.license.LicenseCommand.ContinueLicense;
import tenure.domain.license.LicenseCommand.ExpireLicense;
import tenure.domain.license.LicenseCommand.GiveNotice;
import tenure.domain.license.LicenseCommand.OpenRenewalWindow;
import tenure.domain.license.LicenseCommand.ReleaseSeat;
import tenure.domain.license.LicenseCommand.RenewLicense;
import tenure.domain.license.LicenseCommand.WithdrawNotice;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseExpired;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.NoticeGiven;
import tenure.domain.license.event.NoticeWithdrawn;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.RenewalWindowOpened;
import tenure.domain.license.event.SeatAssigned;
import tenure.domain.license.event.SeatReleased;
import tenure.domain.license.event.SeatsChanged;
import tenure.domain.shared.Code;
import tenure.domain.shared.Label;
import tenure.domain.shared.Note;
import tenure.domain.user.UserId;

/** Commands and events of one license for ten seats over one year, with only what matters to be told. */
final class LicenseExamples {

    static final LicenseId ID = new LicenseId("L1");
    static final LocalDate START = LocalDate.of(2026, 1, 1);
    static final LocalDate END = LocalDate.of(2027, 1, 1);
    static final LocalDate NEXT_END = LocalDate.of(2028, 1, 1);
    static final Instant THEN = Instant.parse("2026-01-01T09:00:00Z");

    private LicenseExamples() {}

    static LicenseSold sold() {
        return sold(true);
    }

    static LicenseSold sold(boolean autoRenew) {
        return new LicenseSold("L1", "acme", "crm", "basic", 10, 2_000, "EUR", START, END, autoRenew, THEN);
    }

    static LicenseRenewed renewed(LocalDate from, LocalDate to) {
        return renewed(from, to, THEN);
    }

    static LicenseRenewed renewed(LocalDate from, LocalDate to, Instant at) {
        return new LicenseRenewed("L1", "acme", "basic", 10, 2_000, "EUR", from, to, true, at);
    }

    static SeatsChanged changed(int seats, LocalDate day) {
        return new SeatsChanged("L1", "acme", seats, 2_000, day, THEN);
    }

    static LicenseCancelled cancelled(LocalDate day) {
        return cancelled(day, THEN);
    }

    static LicenseCancelled cancelled(LocalDate day, Instant at) {
        return new LicenseCancelled("L1", "acme", day, at);
    }

    static PlanChanged planned(String plan, LocalDate day) {
        return new PlanChanged("L1", "acme", plan, 2_000, day, THEN);
    }

    static SeatAssigned seat(String user, int daysAfterStart) {
        return new SeatAssigned("L1", "acme", user, THEN.plus(daysAfterStart, DAYS));
    }

    static SeatReleased released(String user) {
        return new SeatReleased("L1", "acme", user, THEN);
    }

    static RenewalWindowOpened opened(LocalDate termEndsOn, Instant at) {
        return new RenewalWindowOpened("L1", "acme", termEndsOn, at);
    }

    static NoticeGiven noticed(LocalDate endsOn) {
        return new NoticeGiven("L1", "acme", endsOn, "price", "Too dear", THEN);
    }

    static NoticeWithdrawn withdrawn() {
        return new NoticeWithdrawn("L1", "acme", THEN);
    }

    static LicenseExpired expired(LocalDate day) {
        return new LicenseExpired("L1", "acme", day, startOf(day));
    }

    static ChangeSeats seats(int seats, LocalDate day, String... release) {
        return new ChangeSeats(ID, new Seats(seats), new MinorUnits(2_000), day, users(release), THEN);
    }

    static ChangePlan plan(String plan, LocalDate day) {
        return new ChangePlan(ID, new Label(plan), new MinorUnits(2_000), day, THEN);
    }

    static AssignSeat assign(String user, int daysAfterStart) {
        return new AssignSeat(ID, new UserId(user), THEN.plus(daysAfterStart, DAYS));
    }

    static ReleaseSeat release(String user) {
        return new ReleaseSeat(ID, new UserId(user), THEN);
    }

    private static List<UserId> users(String... users) {
        return Stream.of(users).map(UserId::new).toList();
    }

    static RenewLicense renew(String currency, LocalDate from, LocalDate to, String... release) {
        return new RenewLicense(
                ID,
                new Label("basic"),
                new Seats(10),
                new MinorUnits(2_000),
                new CurrencyCode(currency),
                from,
                to,
                true,
                users(release),
                THEN);
    }

    static CancelLicense cancel(LocalDate day) {
        return new CancelLicense(ID, day, THEN);
    }

    static OpenRenewalWindow open(LocalDate termEndsOn, Instant at) {
        return new OpenRenewalWindow(ID, termEndsOn, at);
    }

    static GiveNotice give(Instant at) {
        return new GiveNotice(ID, new Code("price"), new Note("Too dear"), at);
    }

    static WithdrawNotice withdraw(Instant at) {
        return new WithdrawNotice(ID, at);
    }

    static ExpireLicense expire(LocalDate day) {
        return new ExpireLicense(ID, day, startOf(day));
    }

    static ContinueLicense goOn(LocalDate day) {
        return new ContinueLicense(ID, day, startOf(day));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
