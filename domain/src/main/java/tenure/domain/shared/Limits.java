package tenure.domain.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the constructor of a value lets through, in a form that a description of the interface can be made from. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Limits {
    /** Least number, inclusive. */
    long min() default 0;

    /** Greatest number, inclusive. */
    long max() default Long.MAX_VALUE;

    /** Least length of a text. */
    int minLength() default 0;

    /** Greatest length of a text, in UTF-16 units. */
    int maxLength() default Integer.MAX_VALUE;

    /** Regular expression that the whole text matches; empty when any text will do. */
    String pattern() default "";
}
