package tenure.query.churnrisk.statistics.learning;

import java.util.List;

/** What a model looks like. */
record Form(Shape shape, Grouping grouping) {

    /** From the simplest to the richest; of two that are equally good, the first is taken. */
    static final List<Form> ALL = List.of(
            new Form(Shape.RANKED, Grouping.TOGETHER),
            new Form(Shape.STRAIGHT, Grouping.TOGETHER),
            new Form(Shape.RANKED, Grouping.ALIKE),
            new Form(Shape.STRAIGHT, Grouping.ALIKE),
            new Form(Shape.RANKED, Grouping.OWN),
            new Form(Shape.STRAIGHT, Grouping.OWN),
            new Form(Shape.STEPPED, Grouping.OWN));
}
