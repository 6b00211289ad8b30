package tenure.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** One license and what is agreed about it, in the order of time. */
final class Contract {

    private static final int WINDOW_DAYS = 90;

    private final Script script;
    private final Account account;
    private final String licenseId;
    private final String product;
    private final List<Person> people;
    private final TreeMap<LocalDate, Integer> seats = new TreeMap<>();
    private String plan = Account.STANDARD;
    private LocalDate startsOn = LocalDate.MIN;
    private LocalDate endsOn = LocalDate.MIN;
    private int months;
    private LocalDate overOn = LocalDate.MAX;

    Contract(Script script, Account account, List<Person> people, String licenseId, String product) {
        this.script = script;
        this.account = account;
        this.people = people;
        this.licenseId = licenseId;
        this.product = product;
    }

    String licenseId() {
        return licenseId;
    }

    String product() {
        return product;
    }

    /** First day of the first term. */
    LocalDate soldFor() {
        return seats.firstKey();
    }

    /** First day of the last term. */
    LocalDate startsOn() {
        return startsOn;
    }

    /** First day after the last term. */
    LocalDate endsOn() {
        return endsOn;
    }

    /** As agreed last. */
    int seats() {
        return seats.lastEntry().getValue();
    }

    /** How many may have a seat on the day; none when the license does not run. */
    int seatsOn(LocalDate day) {
        var agreed = seats.floorEntry(day);
        return agreed == null || !day.isBefore(endsOn) || !day.isBefore(overOn) ? 0 : agreed.getValue();
    }

    void sell(int agreed, String soldPlan, LocalDate from, int termMonths) {
        plan = soldPlan;
        months = termMonths;
        startsOn = from;
        endsOn = from.plusMonths(months);
        seats.put(from, agreed);
        script.add(
                Script.at(from, 0, 0),
                "sell-license",
                "sell:" + licenseId,
                body -> body.put("licenseId", licenseId)
                        .put("customerId", account.id())
                        .put("product", product)
                        .put("plan", plan)
                        .put("seats", agreed)
                        .put("pricePerSeatMinorUnits", price())
                        .put("currency", "EUR")
                        .put("startsOn", from.toString())
                        .put("endsOn", endsOn.toString())
                        .put("autoRenew", true));
        openWindow();
    }

    /** Changes the seats, to no fewer than are taken. */
    void changeSeats(int wanted, LocalDate day) {
        int agreed = Math.max(wanted, taken(day));
        seats.put(day, agreed);
        script.add(
                Script.at(day, 0, 1),
                "change-seats",
                "seats:%s:%s".formatted(licenseId, day),
                body -> body.put("licenseId", licenseId)
                        .put("seats", agreed)
                        .put("pricePerSeatMinorUnits", price())
                        .put("effectiveOn", day.toString()));
    }

    void changePlan(String wanted, LocalDate day) {
        plan = wanted;
        script.add(
                Script.at(day, 0, 1),
                "change-plan",
                "plan:%s:%s".formatted(licenseId, day),
                body -> body.put("licenseId", licenseId)
                        .put("plan", wanted)
                        .put("pricePerSeatMinorUnits", price())
                        .put("effectiveOn", day.toString()));
    }

    /** Renews for another term as long as the last one, agreed on the day that it ends. */
    void renew(int wanted) {
        LocalDate from = endsOn;
        int agreed = Math.max(wanted, taken(from));
        startsOn = from;
        endsOn = from.plusMonths(months);
        seats.put(from, agreed);
        script.add(
                Script.at(from, 0, 0),
                "renew-license",
                "renew:%s:%s".formatted(licenseId, from),
                body -> body.put("licenseId", licenseId)
                        .put("plan", plan)
                        .put("seats", agreed)
                        .put("pricePerSeatMinorUnits", price())
                        .put("currency", "EUR")
                        .put("startsOn", from.toString())
                        .put("endsOn", endsOn.toString())
                        .put("autoRenew", true));
        openWindow();
    }

    void giveNotice(LocalDate day, String reason, String text) {
        script.add(
                Script.at(day, 14, 0),
                "give-notice",
                "notice:%s:%s".formatted(licenseId, day),
                body -> body.put("licenseId", licenseId)
                        .put("reasonCode", reason)
                        .put("reasonText", text));
    }

    void withdrawNotice(LocalDate day) {
        script.add(
                Script.at(day, 15, 0),
                "withdraw-notice",
                "stay:%s:%s".formatted(licenseId, day),
                body -> body.put("licenseId", licenseId));
    }

    /** The last term runs out, after a notice. */
    void expire() {
        overOn = endsOn;
        script.add(
                Script.at(endsOn, 0, 0),
                "expire-license",
                "expire:%s:%s".formatted(licenseId, endsOn),
                body -> body.put("licenseId", licenseId).put("expiredOn", endsOn.toString()));
    }

    /** The running term is cut short. */
    void cancel(LocalDate day) {
        overOn = day;
        script.add(
                Script.at(day, 0, 0),
                "cancel-license",
                "cancel:" + licenseId,
                body -> body.put("licenseId", licenseId).put("effectiveOn", day.toString()));
    }

    /** First day without service; far away while it goes on. */
    LocalDate overOn() {
        return overOn;
    }

    private void openWindow() {
        LocalDate opens = endsOn.minusDays(WINDOW_DAYS);
        LocalDate day = opens.isBefore(startsOn) ? startsOn : opens;
        LocalDate termEndsOn = endsOn;
        script.add(
                Script.at(day, 0, 2),
                "open-renewal-window",
                "window:%s:%s".formatted(licenseId, termEndsOn),
                body -> body.put("licenseId", licenseId).put("termEndsOn", termEndsOn.toString()));
    }

    /** The most that can have a seat on the day: everybody who is there, as far as there are seats. */
    private int taken(LocalDate day) {
        long there = people.stream()
                .filter(person -> person.isThere(day) || person.isThere(day.minusDays(1)))
                .count();
        return (int) Math.min(there, seats());
    }

    private long price() {
        return Account.priceMinorUnits(plan) / (product.equals(Catalog.ADD_ON) ? 2 : 1);
    }
}
