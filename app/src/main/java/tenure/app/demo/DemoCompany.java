package tenure.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenure.command.imports.ImportProgress;
import tenure.command.imports.SourceMapping.Receiver;

/**
 * A made-up company with sixty customers over eighteen months, as commands. The same seed and the same last day make the
 * same commands under the same keys, byte for byte.
 *
 * @param seed  what chance begins with
 * @param until first day of which nothing is told
 */
public record DemoCompany(long seed, LocalDate until) {

    /** The seed of whoever does not choose one. */
    public static final long USUAL_SEED = 90;

    /** Signed first, so what it is told with at its registration says which demo this is. */
    static final String MARKED = "alder-mills";

    static final String SEED = "demoSeed";
    static final String UNTIL = "demoUntil";
    static final String COMPLETE = "demoComplete";

    private static final int DAYS = 18 * 30 + 2;

    /** Six customers to look at. */
    public static List<Sight> sights() {
        return List.of(
                sight(SteadyGrowth.NAME, SteadyGrowth.SIGHT),
                sight(StalledOnboarding.NAME, StalledOnboarding.SIGHT),
                sight(ChampionLeaves.NAME, ChampionLeaves.SIGHT),
                sight(OnePowerUser.NAME, OnePowerUser.SIGHT),
                sight(IntroductoryTickets.NAME, IntroductoryTickets.SIGHT),
                sight(QuietThenRenewed.NAME, QuietThenRenewed.SIGHT));
    }

    /** A customer with a story, and what the story is. */
    public record Sight(String customerId, String name, String story) {}

    private static Sight sight(String name, String story) {
        return new Sight(Sale.idOf(name), name, story);
    }

    /** First what all customers build on, then everything about them, about each in the order of time. */
    public void tell(Receiver receiver) {
        publish(receiver);
        receiver.settle();
        live(receiver);
    }

    private void publish(Receiver receiver) {
        var script = new Script("catalog", until);
        Catalog.publish(script, until.minusDays(DAYS + 60L));
        script.read().until(until).forEach(line -> receiver.item(line.item()));
    }

    private void live(Receiver receiver) {
        List<Life> lives = Stories.of(new Sale(new Dice(seed), until)).stream()
                .map(story -> new Life(story, story.account().id().equals(MARKED) ? mark() : Map.of()))
                .toList();
        long told = 0;
        for (int day = DAYS; day > 0; day--) {
            for (Life life : lives) {
                for (Script.Line line : life.on(until.minusDays(day))) {
                    receiver.item(line.item());
                    told++;
                }
            }
            receiver.progress(new ImportProgress(told, DAYS - day + 1L, DAYS));
        }
    }

    /** Says at the end that nothing is missing. */
    public void complete(Receiver receiver) {
        var script = new Script(MARKED, until);
        script.add(Script.at(until.minusDays(1), 23, 59), "change-profile", "complete", body -> {
            body.put("customerId", MARKED);
            body.putObject("profile").put(COMPLETE, "yes");
        });
        script.read().until(until).forEach(line -> receiver.item(line.item()));
    }

    private Map<String, String> mark() {
        return new TreeMap<>(Map.of(SEED, String.valueOf(seed), UNTIL, until.toString()));
    }
}
