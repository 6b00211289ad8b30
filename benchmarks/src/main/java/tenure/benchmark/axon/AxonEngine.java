package tenure.benchmark.axon;

import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * An engine of Axon's with what belongs to it.
 *
 * @param dataSource   connections that join the transaction of their thread
 * @param transactions what each append, or the unit of work around it, commits with
 */
public record AxonEngine(EventStorageEngine engine, DataSource dataSource, TransactionManager transactions) {

    /** Events read from the database at once, by aggregate or by position. */
    static final int BATCH = 1_000;

    /** Jackson for everything, as Tenure has it; without it Axon would choose XStream. */
    public static Serializer serializer() {
        var axonOnly = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(builder -> builder.polymorphicTypeValidator(axonOnly))
                .build();
    }
}
