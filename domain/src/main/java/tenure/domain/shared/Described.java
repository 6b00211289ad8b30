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

    /** One or two short sentences. */
    String value();

    /** What is taken when the component is left out, as JSON text or {@link #RECEIPT_TIME}; empty when it is required. */
    String otherwise() default "";

    /** Most entries or elements a map or list may have. */
    int maxEntries() default 100;
}
