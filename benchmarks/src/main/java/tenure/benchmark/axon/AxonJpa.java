package tenure.benchmark.axon;

import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SnapshotEventEntry;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import tenure.benchmark.measure.BenchmarkDatabase;

/** Axon's JPA engine on Hibernate: bytea, numbers from a sequence fifty at a time, inserts sent in batches. */
public final class AxonJpa {

    private AxonJpa() {}

    /** Makes the tables in a schema of their own, and an engine on them. */
    public static AxonEngine create(BenchmarkDatabase database, int connections) throws SQLException {
        database.jdbc().sql("create schema axon_jpa").update();
        var dataSource = database.pool("axon_jpa", connections);
        var entities = entities(dataSource);
        var transactions = new AxonTransactions(new JpaTransactionManager(entities));
        var shared = SharedEntityManagerCreator.createSharedEntityManager(entities);
        var engine = JpaEventStorageEngine.builder()
                .entityManagerProvider(() -> shared)
                .transactionManager(transactions)
                .dataSource(dataSource)
                .eventSerializer(AxonEngine.serializer())
                .snapshotSerializer(AxonEngine.serializer())
                .batchSize(AxonEngine.BATCH)
                .build();
        return new AxonEngine(engine, dataSource, transactions);
    }

    private static EntityManagerFactory entities(DataSource dataSource) {
        return new HibernatePersistenceConfiguration("axon")
                .managedClasses(DomainEventEntry.class, SnapshotEventEntry.class)
                .property("jakarta.persistence.nonJtaDataSource", dataSource)
                .property("hibernate.dialect", ByteaDialect.class.getName())
                .property("hibernate.hbm2ddl.auto", "create-only")
                .property("hibernate.jdbc.batch_size", AxonEngine.BATCH)
                .property("hibernate.order_inserts", true)
                .createEntityManagerFactory();
    }
}
