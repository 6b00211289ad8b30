package tenure.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tenure.app.demo.Ordinary.Fate;

/** All customers of the demo: the six to look at, and the many around them. */
final class Stories {

    private static final Set<Integer> LOST = Set.of(3, 7, 12, 16, 21, 26);
    private static final Set<Integer> CANCELLED = Set.of(10, 30);
    private static final Set<Integer> FADING = Set.of(9, 14, 19, 24, 29, 34, 39);
    private static final int WON_BACK = 5;
    private static final int FIRST_SIGNED_DAYS_AGO = 535;
    private static final int LAST_SIGNED_DAYS_AGO = 22;
    /** A year that began then is over, and what follows from it has happened. */
    private static final int DAYS_FOR_A_YEAR_TO_END = 400;

    private static final List<String> NAMES = List.of(
            "Ambergate Foods",
            "Birchline Tools",
            "Calder Coatings",
            "Dovetail Rail",
            "Eastmere Labs",
            "Fernhill Dairy",
            "Granite Peak Supply",
            "Harbour Lane Books",
            "Inkwell Print",
            "Juniper Textiles",
            "Kestrel Pumps",
            "Larkspur Clinics",
            "Meadowbank Seeds",
            "Northlight Solar",
            "Oakhollow Timber",
            "Pebble Creek Homes",
            "Quayside Marine",
            "Redfern Packaging",
            "Saltmarsh Energy",
            "Thistledown Wool",
            "Umberfield Paints",
            "Valewood Furniture",
            "Westering Air",
            "Yarrow Logistics",
            "Zephyr Cooling",
            "Ashcombe Metals",
            "Bluestone Parts",
            "Copperline Wire",
            "Driftwood Hotels",
            "Elmstead Motors",
            "Foxglove Pharma",
            "Greywater Systems",
            "Hazelmere Glass",
            "Ironbridge Lifts",
            "Jasper Valley Wines",
            "Kingfisher Optics",
            "Longacre Farms",
            "Marlow Instruments",
            "Nettlefield Seals",
            "Orchard Bay Juice",
            "Pinecrest Outdoors",
            "Quillon Data",
            "Rookwood Stone",
            "Silverbeck Bikes",
            "Tamarind Spices",
            "Underhill Storage",
            "Vantage Quarry",
            "Willowmere Care",
            "Yewtree Garden",
            "Amberline Freight",
            "Brightwater Baths",
            "Coldspring Ice",
            "Dunlin Boats",
            "Everfield Grain");
    private static final List<String> INDUSTRIES =
            List.of("Manufacturing", "Logistics", "Energy", "Retail", "Health", "Media");
    private static final List<String> REGIONS = List.of("Europe", "Europe", "North America", "Asia Pacific");

    private Stories() {}

    /** Those with a story of their own first. */
    static List<Story> of(Sale sale) {
        List<Story> stories = new ArrayList<>(List.of(
                new SteadyGrowth(SteadyGrowth.account(sale)),
                new StalledOnboarding(StalledOnboarding.account(sale)),
                new ChampionLeaves(ChampionLeaves.account(sale)),
                new OnePowerUser(OnePowerUser.account(sale)),
                new IntroductoryTickets(IntroductoryTickets.account(sale)),
                new QuietThenRenewed(QuietThenRenewed.account(sale))));
        for (int index = 0; index < NAMES.size(); index++) {
            stories.add(new Ordinary(account(sale, index), fate(index)));
        }
        return stories;
    }

    private static Account account(Sale sale, int index) {
        Dice dice = sale.dice().of("sale", index);
        int span = FIRST_SIGNED_DAYS_AGO - LAST_SIGNED_DAYS_AGO;
        int daysAgo = FIRST_SIGNED_DAYS_AGO - span * index / (NAMES.size() - 1) + dice.between(-3, 3);
        int people = dice.chance(0.2) ? dice.between(26, 44) : dice.between(8, 22);
        boolean halfYears = fate(index) == Fate.WON_BACK
                || (daysAgo < DAYS_FOR_A_YEAR_TO_END && (fate(index) == Fate.LOST || dice.chance(0.5)));
        return sale.of(
                NAMES.get(index),
                dice.pick(INDUSTRIES),
                dice.pick(REGIONS),
                people,
                (int) (people * dice.between(1.05, 1.5)) + 1,
                dice.chance(0.3) ? Account.PREMIUM : Account.STANDARD,
                halfYears ? 6 : 12,
                daysAgo);
    }

    private static Fate fate(int index) {
        if (index == WON_BACK) {
            return Fate.WON_BACK;
        }
        return LOST.contains(index)
                ? Fate.LOST
                : CANCELLED.contains(index) ? Fate.CANCELLED : FADING.contains(index) ? Fate.FADING : Fate.HEALTHY;
    }
}
