package tenure.query.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static tenure.query.seats.SeatExamples.P1;
import static tenure.query.seats.SeatExamples.assigned;
import static tenure.query.seats.SeatExamples.at;
import static tenure.query.seats.SeatExamples.cancelled;
import static tenure.query.seats.SeatExamples.churned;
import static tenure.query.seats.SeatExamples.day;
import static tenure.query.seats.SeatExamples.expired;
import static tenure.query.seats.SeatExamples.plan;
import static tenure.query.seats.SeatExamples.registered;
import static tenure.query.seats.SeatExamples.released;
import static tenure.query.seats.SeatExamples.renewed;
import static tenure.query.seats.SeatExamples.seats;
import static tenure.query.seats.SeatExamples.sold;
import static tenure.query.seats.SeatExamples.wonBack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.SeatReleased;
import tenure.domain.license.event.SeatsChanged;
import tenure.query.life.LifeEvent;
import tenure.query.shared.Money;

/** What is sold and assigned on a day, from the events alone. */
class SeatLedgerTest {

    private final List<SeatFact> facts = new ArrayList<>();

    SeatLedgerTest() {
        given(registered());
    }

    @Nested
    class Terms {

        @Test
        void areInForceFromTheirFirstDayToTheDayBeforeTheirEnd() {
            given(sold("L-1", 10, "2024-02-01", "2024-03-01"));

            assertThat(soldOn("2024-01-31")).isZero();
            assertThat(soldOn("2024-02-01")).isEqualTo(10);
            assertThat(soldOn("2024-02-29")).isEqualTo(10);
            assertThat(soldOn("2024-03-01")).isZero();
        }

        @Test
        void ofSeveralLicensesAddUp() {
            given(sold("L-1", 10, "2024-02-01", "2025-02-01"));
            given(sold(P1, "L-2", 5, 4_000, "EUR", "2024-03-01", "2024-06-01"));

            assertThat(soldOn("2024-02-29")).isEqualTo(10);
            assertThat(soldOn("2024-03-01")).isEqualTo(15);
            assertThat(soldOn("2024-06-01")).isEqualTo(10);
            assertThat(on("2024-03-01").monthlyMinorUnits()).isEqualTo(Map.of("EUR", 30_000L));
        }

        @Test
        void endWithACancellation() {
            given(sold("L-1", 10, "2024-02-01", "2025-02-01"), cancelled("L-1", "2024-05-01"));

            assertThat(soldOn("2024-04-30")).isEqualTo(10);
            assertThat(soldOn("2024-05-01")).isZero();
        }

        @Test
        void runOnUntilACancellationForLaterTakesEffect() {
            given(sold("L-1", 10, "2024-02-01", "2025-02-01"));
            given(new tenure.domain.license.event.LicenseCancelled("L-1", P1, day("2024-05-01"), at("2024-03-01")));

            assertThat(soldOn("2024-04-30")).isEqualTo(10);
            assertThat(soldOn("2024-05-01")).isZero();
        }

        @Test
        void endWithTheCustomerInTheirMidst() {
            given(sold("L-1", 10, "2024-02-01", "2025-02-01"), assigned("L-1", "anna", "2024-02-01"));
            given(churned("2024-05-01"));

            assertThat(soldOn("2024-04-30")).isEqualTo(10);
            assertThat(soldOn("2024-05-01")).isZero();
            assertThat(on("2024-05-01").assigned()).isZero();
        }

        @Test
        void comeBackWithACustomerThatIsWonBack() {
            given(sold("L-1", 10, "2024-02-01", "2025-02-01"), assigned("L-1", "anna", "2024-02-01"));
            given(churned("2024-05-01"), wonBack("2024-06-01"));

            assertThat(soldOn("2024-05-31")).isZero();
            assertThat(soldOn("2024-06-01")).isEqualTo(10);
            assertThat(on("2024-06-01").assigned()).isOne();
            assertThat(on("2024-06-01").startedOn()).isEqualTo(day("2024-06-01"));
        }

        @Test
        void areGoneWhenTheCustomerLeavesAgainOnTheDayOfComingBack() {
            given(sold("L-1", 10, "2024-02-01", "2025-02-01"));
            given(churned("2024-05-01"), wonBack("2024-06-01"), churned("2024-06-01"));

            assertThat(soldOn("2024-06-01")).isZero();
        }

        @Test
        void thatAreRenewedKeepTheAgeOfTheContract() {
            given(sold("L-1", 10, "2024-02-01", "2024-03-01"), renewed("L-1", 8, "2024-03-01", "2024-04-01"));

            assertThat(soldOn("2024-03-01")).isEqualTo(8);
            assertThat(on("2024-03-01").startedOn()).isEqualTo(day("2024-02-01"));
        }

        @Test
        void countFromTheDayTheyWereAgreedWhenThatIsLater() {
            given(new LicenseSold(
                    "L-1",
                    P1,
                    "crm",
                    "basic",
                    10,
                    1_000,
                    "EUR",
                    day("2024-02-01"),
                    day("2024-04-01"),
                    false,
                    at("2024-02-10")));

            assertThat(soldOn("2024-02-09")).isZero();
            assertThat(soldOn("2024-02-10")).isEqualTo(10);
        }
    }

    @Nested
    class Changes {

        @Test
        void holdFromTheirDayOn() {
            given(sold("L-1", 10, "2024-02-01", "2024-06-01"), seats("L-1", 12, 900, "2024-03-01"));

            assertThat(soldOn("2024-02-29")).isEqualTo(10);
            assertThat(soldOn("2024-03-01")).isEqualTo(12);
            assertThat(on("2024-03-01").monthlyMinorUnits()).isEqualTo(Map.of("EUR", 10_800L));
        }

        @Test
        void ofTheSameDayAreCorrectedByTheOneThatComesLater() {
            given(sold("L-1", 10, "2024-02-01", "2024-06-01"));
            given(seats("L-1", 12, 900, "2024-03-01"), seats("L-1", 11, 950, "2024-03-01"));

            assertThat(soldOn("2024-03-01")).isEqualTo(11);
            assertThat(on("2024-03-01").monthlyMinorUnits()).isEqualTo(Map.of("EUR", 10_450L));
        }

        @Test
        void forEarlierDaysDoNotReplaceThoseForLaterOnes() {
            given(sold("L-1", 10, "2024-02-01", "2024-06-01"));
            given(seats("L-1", 12, 900, "2024-03-01"), seats("L-1", 11, 950, "2024-02-15"));

            assertThat(soldOn("2024-02-15")).isEqualTo(11);
            assertThat(soldOn("2024-03-01")).isEqualTo(12);
        }

        @Test
        void endWithTheirTerm() {
            given(sold("L-1", 10, "2024-02-01", "2024-03-01"), seats("L-1", 12, 900, "2024-02-15"));
            given(renewed("L-1", 10, "2024-03-01", "2024-04-01"));

            assertThat(soldOn("2024-02-29")).isEqualTo(12);
            assertThat(soldOn("2024-03-01")).isEqualTo(10);
        }

        @Test
        void ofPlanAndOfSeatsBothSayThePriceAndTheLaterOneCounts() {
            given(sold("L-1", 10, "2024-02-01", "2024-06-01"));
            given(plan("L-1", "pro", 2_000, "2024-03-01"), seats("L-1", 10, 1_500, "2024-04-01"));

            assertThat(on("2024-03-31").monthlyMinorUnits()).isEqualTo(Map.of("EUR", 20_000L));
            assertThat(on("2024-04-01").monthlyMinorUnits()).isEqualTo(Map.of("EUR", 15_000L));
            assertThat(on("2024-04-01").licenses().getFirst().inForce().plan()).isEqualTo("pro");
        }
    }

    @Nested
    class Seats {

        @Test
        void areAssignedFromTheirDayToTheDayOfTheirRelease() {
            given(sold("L-1", 10, "2024-02-01", "2024-06-01"));
            given(assigned("L-1", "anna", "2024-02-05"), released("L-1", "anna", "2024-03-05"));

            assertThat(assignedOn("2024-02-04")).isZero();
            assertThat(assignedOn("2024-02-05")).isOne();
            assertThat(assignedOn("2024-03-04")).isOne();
            assertThat(assignedOn("2024-03-05")).isZero();
        }

        @Test
        void thatAreGivenToSomebodyElseCountOnce() {
            given(sold("L-1", 10, "2024-02-01", "2024-06-01"));
            given(assigned("L-1", "anna", "2024-02-05"), released("L-1", "anna", "2024-03-05"));
            given(assigned("L-1", "ben", "2024-03-05"));

            assertThat(assignedOn("2024-03-05")).isOne();
            assertThat(movements("2024-03-05", "2024-03-06"))
                    .containsExactly("2024-03-05 released 0/-1 anna", "2024-03-05 reassigned 0/1 ben from anna");
        }

        @Test
        void thatWereReleasedForADayBeforeTheirAssignmentWereNeverHad() {
            given(sold("L-1", 10, "2024-02-01", "2024-06-01"));
            given(assigned("L-1", "anna", "2024-02-05"), released("L-1", "anna", "2024-02-03"));

            for (var day = day("2024-02-01"); day.isBefore(day("2024-02-10")); day = day.plusDays(1)) {
                assertThat(ledger().on(day).assigned()).isZero();
            }
            assertThat(movements("2024-02-02", "2024-03-01")).isEmpty();
        }

        @Test
        void ofTheSameDayAreCountedAtItsEnd() {
            given(sold("L-1", 10, "2024-02-01", "2024-06-01"));
            given(assigned("L-1", "anna", "2024-02-05"));
            given(new SeatReleased("L-1", P1, "anna", at("2024-02-05").plusSeconds(3_600)));

            assertThat(assignedOn("2024-02-05")).isZero();
        }

        @Test
        void canBeMoreThanAreSoldAfterAShrink() {
            given(sold("L-1", 3, "2024-02-01", "2024-06-01"));
            given(assigned("L-1", "anna", "2024-02-05"), assigned("L-1", "ben", "2024-02-05"));
            given(new SeatsChanged("L-1", P1, 1, 1_000, day("2024-03-01"), at("2024-03-01")));

            assertThat(soldOn("2024-03-01")).isOne();
            assertThat(assignedOn("2024-03-01")).isEqualTo(2);
        }

        @Test
        void endWhenTheLicenseExpiresAndDoNotComeBackWithALateRenewal() {
            given(sold("L-1", 3, "2024-02-01", "2024-03-01"), assigned("L-1", "anna", "2024-02-05"));
            given(expired("L-1", "2024-03-01"), renewed("L-1", 3, "2024-03-10", "2024-04-01"));

            assertThat(assignedOn("2024-02-29")).isOne();
            assertThat(assignedOn("2024-03-10")).isZero();
        }

        @Test
        void goOnWithARenewalInTime() {
            given(sold("L-1", 3, "2024-02-01", "2024-03-01"), assigned("L-1", "anna", "2024-02-05"));
            given(renewed("L-1", 3, "2024-03-01", "2024-04-01"));

            assertThat(assignedOn("2024-03-01")).isOne();
        }

        @Test
        void areNotTakenTwiceByTheSameUser() {
            given(sold("L-1", 3, "2024-02-01", "2024-03-01"), assigned("L-1", "anna", "2024-02-05"));
            given(assigned("L-1", "anna", "2024-02-06"), released("L-1", "anna", "2024-02-10"));

            assertThat(assignedOn("2024-02-09")).isOne();
            assertThat(assignedOn("2024-02-10")).isZero();
        }
    }

    @Nested
    class WhatMoved {

        @Test
        void saysWhySeatsCameAndWent() {
            given(sold("L-1", 10, "2024-02-01", "2024-04-01"), assigned("L-1", "anna", "2024-02-05"));
            given(seats("L-1", 12, 1_000, "2024-02-10"), seats("L-1", 9, 1_000, "2024-02-20"));
            given(plan("L-1", "pro", 2_000, "2024-03-01"), renewed("L-1", 11, "2024-04-01", "2024-06-01"));
            given(churned("2024-05-01"), wonBack("2024-05-10"), cancelled("L-1", "2024-05-20"));

            assertThat(movements("2024-01-01", "2025-01-01"))
                    .containsExactly(
                            "2024-02-01 sold 10/0",
                            "2024-02-05 assigned 0/1 anna",
                            "2024-02-10 expanded 2/0",
                            "2024-02-20 contracted -3/0",
                            "2024-03-01 repriced 0/0",
                            "2024-04-01 renewed 2/0",
                            "2024-05-01 churned -11/-1",
                            "2024-05-10 won-back 11/1",
                            "2024-05-20 cancelled -11/-1");
        }

        @Test
        void tellsATermThatEndedFromOneThatWasCutShort() {
            given(sold("L-1", 10, "2024-02-01", "2024-04-01"));

            assertThat(movements("2024-03-01", "2024-05-01")).containsExactly("2024-04-01 expired -10/0");
        }

        @Test
        void isWhatLiesInTheRange() {
            given(sold("L-1", 10, "2024-02-01", "2024-04-01"));

            assertThat(movements("2024-02-01", "2024-02-02")).hasSize(1);
            assertThat(movements("2024-02-02", "2024-04-01")).isEmpty();
        }
    }

    @Test
    void aGapIsValuedAtTheAveragePriceOfTheSeatsInForce() {
        // 10 seats at 10.00 and 5 at 40.00: 300.00 for 15 seats, 20.00 a seat; two thirds of a unit are rounded.
        assertThat(SeatCount.priceOf(6, 15, sums(Map.of("EUR", 30_000L)))).containsExactly(new Money("EUR", 12_000));
        assertThat(SeatCount.priceOf(2, 3, sums(Map.of("EUR", 100L, "USD", 99L))))
                .containsExactly(new Money("EUR", 67), new Money("USD", 66));
        assertThat(SeatCount.priceOf(0, 0, sums(Map.of()))).isEmpty();
    }

    private static SortedMap<String, Long> sums(Map<String, Long> sums) {
        return new TreeMap<>(sums);
    }

    private void given(Record... events) {
        for (var event : events) {
            facts.add(SeatFacts.of(new LifeEvent(facts.size() + 1L, NaiveSeats.occurredAt(event), event)));
        }
    }

    private CustomerLedger ledger() {
        return new CustomerLedger(P1, facts);
    }

    private SeatCount on(String day) {
        return ledger().on(day(day));
    }

    private long soldOn(String day) {
        return on(day).sold();
    }

    private long assignedOn(String day) {
        return on(day).assigned();
    }

    private List<String> movements(String from, String to) {
        return Movements.between(ledger(), day(from), day(to)).stream()
                .map(movement -> movement.on() + " " + movement.kind().word() + " " + movement.sold() + "/"
                        + movement.assigned()
                        + (movement.userId() == null ? "" : " " + movement.userId())
                        + (movement.fromUserId() == null ? "" : " from " + movement.fromUserId()))
                .toList();
    }
}
