package tenure.domain.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name under which an event is stored for good; it survives every renaming of the record. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {
    /** The subject and what happened to it, such as {@code license.sold}. */
    String value();

    /** Which shape of the event the record has; an older one is brought up to it when it is read. */
    int revision() default 1;
}
