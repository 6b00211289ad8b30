package tenure.query.engagement;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;

/** Some days, a bit for each from the first on. A day is its number since 1970-01-01. */
final class Days {

    /** Stands for a day that never comes. */
    static final int NEVER = Integer.MAX_VALUE;

    /** Stands for a day before all others. */
    static final int NONE = Integer.MIN_VALUE;

    static final Days EMPTY = new Days(0, new long[0]);

    private static final int WORD = 6;
    private static final int BITS = 1 << WORD;

    /** A multiple of 64: the day of the first bit. */
    private final int begin;

    private final long[] words;

    private Days(int begin, long[] words) {
        this.begin = begin;
        this.words = words;
    }

    /** The number of a day. */
    static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    /** The first of the days; {@link #NEVER} when there are none. */
    int first() {
        return from(begin);
    }

    /** The first of the days that does not come before another; {@link #NEVER} when there is none. */
    int from(int day) {
        int bit = day <= begin ? 0 : day - begin;
        for (int word = bit >>> WORD; word < words.length; word++) {
            long rest = word == bit >>> WORD ? words[word] & (-1L << bit) : words[word];
            if (rest != 0) {
                return begin + (word << WORD) + Long.numberOfTrailingZeros(rest);
            }
        }
        return NEVER;
    }

    /** The last of the days that does not come after another; {@link #NONE} when there is none. */
    int until(int day) {
        int bit = Math.min(day - begin, (words.length << WORD) - 1);
        for (int word = bit >> WORD; word >= 0; word--) {
            long rest = word == bit >> WORD ? words[word] & (-1L >>> (BITS - 1 - (bit & (BITS - 1)))) : words[word];
            if (rest != 0) {
                return begin + (word << WORD) + BITS - 1 - Long.numberOfLeadingZeros(rest);
            }
        }
        return NONE;
    }

    /** Whether any of the days lies between two, both included. */
    boolean any(int first, int last) {
        return from(first) <= last;
    }

    /** How many of the days lie between two, both included. */
    int count(int first, int last) {
        int from = Math.max(0, first - begin);
        int to = Math.min(last - begin, (words.length << WORD) - 1);
        int count = 0;
        for (int word = from >>> WORD; word <= to >> WORD; word++) {
            long some = words[word];
            if (word == from >>> WORD) {
                some &= -1L << from;
            }
            if (word == to >> WORD) {
                some &= -1L >>> (BITS - 1 - (to & (BITS - 1)));
            }
            count += Long.bitCount(some);
        }
        return count;
    }

    /** Gathers days, in any order. */
    static final class Gathered {

        private int begin;
        private BitSet bits = new BitSet();

        void add(int day) {
            if (bits.isEmpty()) {
                begin = day & -BITS;
            } else if (day < begin) {
                shift(day & -BITS);
            }
            bits.set(day - begin);
        }

        void addAll(Gathered others) {
            others.bits.stream().forEach(bit -> add(others.begin + bit));
        }

        /** Makes room for an earlier day. */
        private void shift(int earlier) {
            var words = bits.toLongArray();
            var room = new long[words.length + ((begin - earlier) >> WORD)];
            System.arraycopy(words, 0, room, room.length - words.length, words.length);
            bits = BitSet.valueOf(room);
            begin = earlier;
        }

        Days days() {
            return bits.isEmpty() ? EMPTY : new Days(begin, bits.toLongArray());
        }
    }

    @Override
    public String toString() {
        return LocalDate.ofEpochDay(begin) + " " + Arrays.toString(words);
    }
}
