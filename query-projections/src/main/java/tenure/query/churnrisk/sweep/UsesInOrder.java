package tenure.query.churnrisk.sweep;

import java.util.Arrays;

/** Who did how much on which day, in the order of days: as columns, since there are very many. */
final class UsesInOrder {

    private int[] days = new int[64];
    private int[] persons = new int[64];
    private long[] amounts = new long[64];
    private int size;

    void add(int day, int person, long amount) {
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            persons = Arrays.copyOf(persons, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
        days[size] = day;
        persons[size] = person;
        amounts[size++] = amount;
    }

    /** Whether there is one at a place, and it is of a day or an earlier one. */
    boolean isBy(int place, int day) {
        return place < size && days[place] <= day;
    }

    int person(int place) {
        return persons[place];
    }

    long amount(int place) {
        return amounts[place];
    }
}
