package tenure.benchmark.axon;

import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tenure.benchmark.event.SeatsChanged;
import tenure.benchmark.measure.BenchmarkDatabase;
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

    /** Copies the log of a database into the table of an engine, message for message. */
    public static void copyLog(BenchmarkDatabase database, String schema) {
        database.jdbc()
                .sql("""
                insert into %s.domainevententry
                    (globalindex, aggregateidentifier, sequencenumber, type, eventidentifier, metadata, payload,
                     payloadrevision, payloadtype, timestamp)
                select e.position, s.stream, e.version, s.kind, e.event_id::text, e.metadata, e.payload,
                       null, :payloadType, to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
                from eventstore.event e
                join eventstore.stream_head s on s.stream_no = e.stream_no
                order by e.position
                """.formatted(schema))
                .param("payloadType", SeatsChanged.class.getName())
                .update();
    }

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
