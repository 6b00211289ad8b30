package tenure.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Everything that happens at one customer, day by day. */
final class Life {

    private static final int ADD_ON_AGE = 130;

    private final Script.Reading script;
    private final Usage usage;

    /** @param profile what is told with the registration, besides industry and region */
    Life(Story story, Map<String, String> profile) {
        Account account = story.account();
        var written = new Script(account.id(), account.until());
        List<Person> people = People.of(story);
        var care = new Care(written, story);
        care.register(people, profile);
        var contract = new Contract(written, account, people, account.id() + "-l1", Catalog.PRODUCT);
        story.contract(contract);
        var staffing = new Staffing(written, story, people, contract.overOn());
        staffing.tell();
        staffing.seat(contract);
        new Onboarding(written, story).tell(contract);
        new Tickets(written, story, people).tell(contract.overOn());
        care.rate(contract.overOn());
        story.care(care);
        LocalDate resumesOn = resume(story, care, written, people, staffing);
        if (account.plan().equals(Account.PREMIUM) && contract.overOn().equals(LocalDate.MAX)) {
            addOn(written, story, people, staffing);
        }
        this.script = written.read();
        this.usage = new Usage(story, people, contract.overOn(), resumesOn);
    }

    /** What happens on the day, in the order of time. */
    List<Script.Line> on(LocalDate day) {
        List<Script.Line> lines = new ArrayList<>(script.until(day));
        lines.addAll(usage.on(day));
        lines.sort(Comparator.comparing(Script.Line::at));
        return lines;
    }

    /** The day of the first use after a win-back. */
    private static LocalDate resume(Story story, Care care, Script written, List<Person> people, Staffing staffing) {
        LocalDate wonBackOn = story.wonBackOn();
        if (wonBackOn == null) {
            return LocalDate.MAX;
        }
        Account account = story.account();
        care.winBack(wonBackOn);
        var again = new Contract(written, account, people, account.id() + "-l2", Catalog.PRODUCT);
        again.sell(Math.max(8, account.seats() * 2 / 3), account.plan(), wonBackOn, 12);
        staffing.seat(again);
        new Onboarding(written, story).tell(again);
        return wonBackOn;
    }

    private static void addOn(Script written, Story story, List<Person> people, Staffing staffing) {
        Account account = story.account();
        var contract = new Contract(written, account, people, account.id() + "-insights", Catalog.ADD_ON);
        contract.sell(Math.max(5, account.people() / 3), Account.STANDARD, account.day(ADD_ON_AGE), 12);
        while (contract.endsOn().isBefore(account.until())) {
            contract.renew(contract.seats());
        }
        new Onboarding(written, story).tell(contract);
        staffing.seat(contract);
    }
}
