package tenure.query.life;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tenure.domain.EventCatalogue;
import tenure.domain.shared.EventName;

/**
 * Events of one customer, packed: a text is written once and then named by its number, positions and times are told by how
 * far they are from the ones before. An event of use takes some twelve bytes.
 */
final class Chunk {

    /** A chunk this large takes no more events: it fits into a page of the database beside others. */
    private static final int FULL = 1_900;

    /** Stands for "that fact counts no more" among the names of events. */
    private static final String WITHDRAWAL = "";

    private static final Map<String, Class<?>> CLASSES = new HashMap<>();

    static {
        for (var event : EventCatalogue.events()) {
            CLASSES.put(event.getAnnotation(EventName.class).value(), event);
        }
    }

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return type.getAnnotation(EventName.class).value();
        }
    };

    private final ByteWriter out = new ByteWriter();
    private final Texts texts = new Texts();

    private Chunk() {}

    static Chunk empty() {
        return new Chunk();
    }

    /** A chunk that goes on where packed bytes end. */
    static Chunk of(byte[] packed) {
        var chunk = new Chunk();
        chunk.texts.readAll(packed, entry -> {});
        chunk.texts.number();
        chunk.out.bytes(packed);
        return chunk;
    }

    /** The entries of packed bytes, in the order in which they were added. */
    static void read(byte[] packed, Consumer<Entry> receiver) {
        new Texts().readAll(packed, receiver);
    }

    void add(Entry entry) {
        switch (entry) {
            case LifeEvent event -> {
                texts.begin(out, NAMES.get(event.event().getClass()), event.position(), event.occurredAt());
                out.unsigned(event.delay().code());
                RecordShape.of(event.event().getClass()).write(event.event(), out, texts);
            }
            case Withdrawal withdrawal -> {
                texts.begin(out, WITHDRAWAL, withdrawal.position(), texts.moment());
                out.unsigned(withdrawal.factPosition());
            }
        }
    }

    boolean isFull() {
        return out.size() >= FULL;
    }

    byte[] packed() {
        return out.toBytes();
    }

    /** What a chunk holds. */
    sealed interface Entry permits LifeEvent, Withdrawal {
        long position();
    }

    /** From a position on a fact counts no more. */
    record Withdrawal(long position, long factPosition) implements Entry {}

    /** The texts of a chunk so far, and where its last entry stands. */
    private static final class Texts implements RecordShape.Context {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> texts = new ArrayList<>();
        private long position;
        private long micros;
        private Instant moment = Instant.EPOCH;

        void begin(ByteWriter out, String name, long nextPosition, Instant nextMoment) {
            writeText(out, name);
            out.number(nextPosition - position);
            long nextMicros = ChronoUnit.MICROS.between(Instant.EPOCH, nextMoment);
            out.number(nextMicros - micros);
            goTo(nextPosition, nextMicros);
        }

        private void goTo(long nextPosition, long nextMicros) {
            position = nextPosition;
            if (micros != nextMicros) {
                micros = nextMicros;
                moment = Instant.EPOCH.plus(nextMicros, ChronoUnit.MICROS);
            }
        }

        void readAll(byte[] packed, Consumer<Entry> receiver) {
            var in = new ByteReader(packed);
            while (in.hasMore()) {
                var name = readText(in);
                goTo(position + in.number(), micros + in.number());
                if (name.equals(WITHDRAWAL)) {
                    receiver.accept(new Withdrawal(position, in.unsigned()));
                } else {
                    var type = CLASSES.get(name);
                    if (type == null) {
                        throw new IllegalStateException(
                                "There is no event '" + name + "' any more: rebuild the lives.");
                    }
                    var delay = Delay.ofCode(in.unsigned());
                    receiver.accept(new LifeEvent(
                            position, moment, delay, RecordShape.of(type).read(in, this)));
                }
            }
        }

        @Override
        public void writeText(ByteWriter out, String text) {
            var number = numbers.putIfAbsent(text, texts.size() + 1);
            out.unsigned(number == null ? 0 : number);
            if (number == null) {
                texts.add(text);
                out.text(text);
            }
        }

        @Override
        public String readText(ByteReader in) {
            int number = (int) in.unsigned();
            if (number > 0) {
                return texts.get(number - 1);
            }
            var text = in.text();
            texts.add(text);
            return text;
        }

        /** Finds the texts that were read, so that more can be written. */
        void number() {
            for (int i = 0; i < texts.size(); i++) {
                numbers.put(texts.get(i), i + 1);
            }
        }

        @Override
        public Instant moment() {
            return moment;
        }
    }
}
