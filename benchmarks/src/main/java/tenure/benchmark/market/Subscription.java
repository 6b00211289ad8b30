package tenure.benchmark.market;

import static tenure.benchmark.market.Calendar.HOUR;
import static tenure.benchmark.market.Calendar.MINUTE;
import static tenure.benchmark.market.Calendar.dayOf;
import static tenure.benchmark.market.Calendar.inOfficeHours;
import static tenure.benchmark.market.Calendar.instant;
import static tenure.benchmark.market.Calendar.startOf;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tenure.domain.license.LicenseId;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseEvent;
import tenure.domain.license.event.LicenseExpired;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.NoticeGiven;
import tenure.domain.license.event.NoticeWithdrawn;
import tenure.domain.license.event.RenewalWindowOpened;
import tenure.domain.license.event.SeatAssigned;
import tenure.domain.license.event.SeatReleased;
import tenure.domain.license.event.SeatsChanged;

/** A license through its terms, and who has its seats. */
final class Subscription {

    private static final int WINDOW_DAYS = 90;
    private static final String CURRENCY = "EUR";

    private final Company company;
    private final Market market;
    private final Luck luck;
    private final String id;
    private final History history;
    private final String plan;
    private final long price;
    private int seats;
    private int seated;
    private LocalDate endsOn = LocalDate.MAX;
    private boolean over;

    Subscription(Company company, String id, int users) {
        this.company = company;
        this.market = company.market();
        this.luck = company.luck();
        this.id = id;
        this.history = History.of(new LicenseId(id), "License");
        this.plan = users < 10 ? "starter" : luck.chance(0.3) ? "enterprise" : "standard";
        this.price = 1_500L + 100L * luck.between(0, 30);
        this.seats = Math.max(2, users + luck.between(-1, 4));
    }

    String id() {
        return id;
    }

    void sell() {
        var today = dayOf(market.now());
        endsOn = today.plusMonths(luck.chance(0.8) ? 12 : 6);
        tell(new LicenseSold(
                id,
                company.id(),
                Offer.PRODUCT,
                plan,
                seats,
                price,
                CURRENCY,
                today,
                endsOn,
                luck.chance(0.3),
                instant(market.now())));
        new TakeUp(company, id).begin();
        liveThroughTerm(today);
    }

    private void liveThroughTerm(LocalDate startsOn) {
        var end = endsOn;
        var days = (int) ChronoUnit.DAYS.between(startsOn, end);
        market.plan(startOf(end.minusDays(WINDOW_DAYS)) + MINUTE, () -> openWindow(end));
        market.plan(inOfficeHours(startOf(startsOn), luck.between(30, days - 20), luck), this::changeSeats);
        if (luck.chance(0.03)) {
            market.plan(inOfficeHours(startOf(startsOn), luck.between(40, days - 10), luck), this::cancel);
        } else if (luck.chance(0.13 + 0.25 * Math.max(0, 0.8 - company.eagerness()))) {
            market.plan(startOf(end.minusDays(luck.between(80, 150))), company::fade);
            market.plan(inOfficeHours(startOf(end), -luck.between(20, 70), luck), this::giveNotice);
        } else {
            market.plan(inOfficeHours(startOf(end), -luck.between(5, 60), luck), this::renew);
        }
    }

    private void openWindow(LocalDate end) {
        if (!over) {
            tell(new RenewalWindowOpened(id, company.id(), end, instant(market.now())));
        }
    }

    private void changeSeats() {
        if (over || !dayOf(market.now()).isBefore(endsOn)) {
            return;
        }
        var wanted = Math.max(seated, seats + luck.between(-2, 1 + seats / 4));
        if (wanted != seats) {
            seats = wanted;
            tell(new SeatsChanged(id, company.id(), seats, price, dayOf(market.now()), instant(market.now())));
        }
        while (seated < seats - 1 && luck.chance(0.7)) {
            seated++;
            market.plan(inOfficeHours(market.now(), luck.between(1, 20), luck), () -> {
                seated--;
                company.invite(this);
            });
        }
    }

    private void giveNotice() {
        if (over) {
            return;
        }
        tell(new NoticeGiven(id, company.id(), endsOn, "no-adoption", "", instant(market.now())));
        if (luck.chance(0.15)) {
            market.plan(inOfficeHours(market.now(), luck.between(1, 12), luck), this::withdrawAndRenew);
        } else {
            market.plan(startOf(endsOn) + HOUR, this::expire);
        }
    }

    private void withdrawAndRenew() {
        company.recover();
        tell(new NoticeWithdrawn(id, company.id(), instant(market.now())));
        renew();
    }

    private void renew() {
        if (over) {
            return;
        }
        var startsOn = endsOn;
        endsOn = startsOn.plusMonths(12);
        tell(new LicenseRenewed(
                id,
                company.id(),
                plan,
                seats,
                price,
                CURRENCY,
                startsOn,
                endsOn,
                luck.chance(0.3),
                instant(market.now())));
        market.plan(startOf(startsOn), () -> liveThroughTerm(startsOn));
    }

    private void cancel() {
        if (!over) {
            over = true;
            tell(new LicenseCancelled(id, company.id(), dayOf(market.now()), instant(market.now())));
            market.plan(market.now() + HOUR, company::leave);
        }
    }

    private void expire() {
        over = true;
        tell(new LicenseExpired(id, company.id(), endsOn, instant(market.now())));
        market.plan(market.now() + HOUR, company::leave);
    }

    /** Gives a user a seat when one is free. */
    boolean seat(String userId) {
        if (over || seated >= seats) {
            return false;
        }
        seated++;
        tell(userId, new SeatAssigned(id, company.id(), userId, instant(market.now())));
        return true;
    }

    /** Takes a user's seat back. */
    void release(String userId) {
        if (!over) {
            seated--;
            tell(userId, new SeatReleased(id, company.id(), userId, instant(market.now())));
        }
    }

    private void tell(LicenseEvent event) {
        tell(null, event);
    }

    private void tell(@Nullable String userId, LicenseEvent event) {
        market.tell(history, company.id(), userId, event);
    }
}
