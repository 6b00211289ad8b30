package tenure.app.demo;

import java.time.LocalDate;
import java.util.Locale;

/** Makes accounts of one company, so that a story only says what is special about its customer. */
record Sale(Dice dice, LocalDate until) {

    /** @param daysAgo days from the signature to the end of the demo */
    Account of(
            String name, String industry, String region, int people, int seats, String plan, int months, int daysAgo) {
        String id = idOf(name);
        Dice own = dice.of("account", id);
        return new Account(
                id,
                name,
                industry,
                region,
                own.of("owner").pick(Account.OWNERS),
                people,
                seats,
                plan,
                months,
                until.minusDays(daysAgo),
                until,
                own);
    }

    /** The id of the customer of that name. */
    static String idOf(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
