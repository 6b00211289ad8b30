package tenure.domain.segment;

import java.util.List;
import tenure.domain.segment.event.SegmentDefined;
import tenure.domain.shared.Described;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;

/** One condition of a segment, as it is asked for. */
public record SegmentCondition(
        @Described("The property that is compared, such as region.")
        Label property,

        @Described("How it is compared.") Operator operator,

        @Described("What it is compared with. Of several values any may fit, with is-not none; at-least and less-than "
                + "take one.")
        List<Label> values) {
    /** Checks that there are as many values as the operator can compare with. */
    public SegmentCondition {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new InvalidValue("values", "TOO_FEW", "A condition needs at least one value.");
        }
        if (operator.wantsOneValue() && values.size() > 1) {
            throw new InvalidValue("values", "TOO_MANY", "%s compares with one value.".formatted(operator));
        }
    }

    SegmentDefined.Condition asDefined() {
        return new SegmentDefined.Condition(
                property.value(),
                operator.toString(),
                values.stream().map(Label::value).toList());
    }
}
