package tenure.domain.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a command or one of its components means, in words for those who send it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Described {
    /** Stands for the moment the command was received. */
    String RECEIPT_TIME = "now";

    /** With the name of a day of the same record: its first second in UTC, but never later than the receipt. */
    String START_OF = "start of ";

    /** With the name of a day of the same record: its last second in UTC, but never later than the receipt. */
    String END_OF = "end of ";

    /** One or two short sentences. */
    String value();

    /**
     * What is taken when the component is left out: JSON text, {@link #RECEIPT_TIME}, or a day after {@link #START_OF} or
     * {@link #END_OF}; empty when it is required.
     */
    String otherwise() default "";

    /** Most entries or elements a map or list may have. */
    int maxEntries() default 100;
}
