package tenure.command.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import tenure.domain.shared.Word;

/** The constants of an enum by the words they are sent as. */
public final class Words {

    private static final ClassValue<SequencedMap<String, Enum<?>>> KNOWN = new ClassValue<>() {
        @Override
        protected SequencedMap<String, Enum<?>> computeValue(Class<?> type) {
            var words = new LinkedHashMap<String, Enum<?>>();
            for (Object constant : type.getEnumConstants()) {
                words.put(Word.of((Enum<?>) constant), (Enum<?>) constant);
            }
            return Collections.unmodifiableSequencedMap(words);
        }
    };

    private Words() {}

    /** In the order of the enum. */
    public static SequencedMap<String, Enum<?>> of(Class<?> type) {
        return KNOWN.get(type);
    }
}
