package tenure.benchmark.market;

import static tenure.benchmark.market.Calendar.DAY;
import static tenure.benchmark.market.Calendar.MINUTE;
import static tenure.benchmark.market.Calendar.dayOf;
import static tenure.benchmark.market.Calendar.inOfficeHours;
import static tenure.benchmark.market.Calendar.instant;
import static tenure.benchmark.market.Calendar.weekdaysLater;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.training.CourseId;
import tenure.domain.training.TrainingId;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.training.event.TrainingStarted;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageEvent;
import tenure.domain.user.UserId;
import tenure.domain.user.event.UserActivated;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserEvent;
import tenure.domain.user.event.UserInvited;

/** A user: invited, trained, at work with more and more of the product, and one day gone. */
final class Person {

    private static final List<String> ROLES = List.of("member", "manager", "admin");

    /** Sessions after which the next level comes within reach, by level. */
    private static final List<Integer> SESSIONS = List.of(8, 40, Integer.MAX_VALUE);

    private final Company company;
    private final Market market;
    private final Luck luck;
    private final String id;
    private final History history;
    private final double habit;
    private @Nullable Subscription subscription;
    private int level;
    private int sessions;
    private boolean active;

    Person(Company company, String id, Luck luck) {
        this.company = company;
        this.market = company.market();
        this.luck = luck;
        this.id = id;
        this.history = History.of(new UserId(id), "User");
        this.habit = Math.min(0.7, luck.skewed(0.11, 0.9));
    }

    String id() {
        return id;
    }

    void beInvited(Subscription license) {
        tell(new UserInvited(id, company.id(), company.department(), luck.oneOfTheFirst(ROLES), instant(market.now())));
        if (luck.chance(0.9)) {
            market.plan(inOfficeHours(market.now() + DAY, luck.between(0, 12), luck), () -> activate(license));
        }
    }

    private void activate(Subscription license) {
        if (company.isGone()) {
            return;
        }
        active = true;
        tell(new UserActivated(id, company.id(), instant(market.now())));
        market.plan(market.now() + MINUTE, () -> takeSeat(license));
        market.plan(market.now() + 2 * MINUTE, () -> {
            train(0, 0);
            planSession();
        });
        if (luck.chance(0.3)) {
            market.plan(inOfficeHours(market.now(), luck.between(60, 600), luck), this::deactivate);
        }
    }

    private void takeSeat(Subscription license) {
        subscription = license.seat(id) ? license : null;
    }

    /** The company has bought again. */
    void comeBack(Subscription license) {
        if (active && luck.chance(0.7)) {
            market.plan(inOfficeHours(market.now() + DAY, luck.between(0, 12), luck), () -> {
                takeSeat(license);
                planSession();
            });
        }
    }

    private void deactivate() {
        if (company.isGone() || !active) {
            return;
        }
        active = false;
        tell(new UserDeactivated(id, company.id(), instant(market.now())));
        var license = subscription;
        if (license != null) {
            market.plan(market.now() + MINUTE, () -> {
                license.release(id);
                if (luck.chance(0.7)) {
                    market.plan(inOfficeHours(market.now(), luck.between(5, 40), luck), () -> company.invite(license));
                }
            });
        }
    }

    private void train(int ofLevel, int number) {
        if (isAway()) {
            return;
        }
        var course = Offer.COURSES.get(ofLevel).get(number);
        var training = History.of(new TrainingId(new UserId(id), new CourseId(course)), "Training");
        var dueOn = dayOf(market.now()).plusDays(30);
        tell(training, new TrainingAssigned(id, company.id(), course, dueOn, instant(market.now())));
        if (luck.chance(Math.min(0.95, 0.6 + 0.3 * company.eagerness()))) {
            market.plan(weekdaysLater(market.now(), luck.between(1, 20), luck), () -> start(training, course));
        }
        if (number == 0 && luck.chance(0.5)) {
            market.plan(weekdaysLater(market.now(), luck.between(5, 30), luck), () -> train(ofLevel, 1));
        }
    }

    private void start(History training, String course) {
        if (isAway()) {
            return;
        }
        tell(training, new TrainingStarted(id, company.id(), course, null, instant(market.now())));
        if (luck.chance(0.8)) {
            market.plan(weekdaysLater(market.now(), luck.between(1, 10), luck), () -> {
                if (!isAway()) {
                    tell(
                            training,
                            new TrainingCompleted(
                                    id, company.id(), course, luck.between(55, 100), null, instant(market.now())));
                }
            });
        }
    }

    private boolean isAway() {
        return !active || company.isGone();
    }

    private void planSession() {
        var weekdays = luck.tries(Math.min(0.9, habit * company.eagerness()));
        market.plan(weekdaysLater(market.now(), weekdays, luck), this::logOn);
    }

    private void logOn() {
        if (isAway()) {
            return;
        }
        tellUse(new LoggedOn(id, company.id(), null, instant(market.now())));
        if (++sessions >= SESSIONS.get(level) && luck.chance(level == 0 ? 0.3 : 0.06)) {
            level++;
            train(level, 0);
        }
        planUse(luck.between(1, 4));
    }

    private void planUse(int left) {
        if (left == 0) {
            planSession();
        } else {
            market.plan(market.now() + MINUTE + luck.between(0, (int) (10 * MINUTE)), () -> use(left));
        }
    }

    private void use(int left) {
        // Mostly what the level brought, sometimes what was known before.
        var ofLevel = luck.chance(0.6) ? level : luck.between(0, level);
        var feature = luck.oneOfTheFirst(Offer.FEATURES.get(ofLevel));
        tellUse(new FeatureUsed(id, company.id(), feature, luck.between(1, 9), null, instant(market.now())));
        planUse(left - 1);
    }

    private void tell(UserEvent event) {
        market.tell(history, company.id(), id, event);
    }

    private void tell(History training, TrainingEvent event) {
        market.tell(training, company.id(), id, event);
    }

    private void tellUse(UsageEvent event) {
        market.tell(company.usage(), company.id(), id, event);
    }
}
