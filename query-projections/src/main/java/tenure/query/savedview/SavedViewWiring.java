package tenure.query.savedview;

import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryBuilderCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Keeps JPA to what it is for here. All else, log and views, stays with transactions of plain JDBC: an entity manager for
 * each of them would cost time and give nothing.
 */
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = SavedView.class)
@EnableJpaRepositories(
        basePackageClasses = SavedViewRepository.class,
        transactionManagerRef = SavedViewWiring.TRANSACTIONS,
        bootstrapMode = BootstrapMode.LAZY)
class SavedViewWiring {

    static final String TRANSACTIONS = "savedViewTransactions";

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource source) {
        return new JdbcTransactionManager(source);
    }

    /** Hibernate gets ready beside the rest, so that nobody waits for it who does not ask for it. */
    @Bean
    EntityManagerFactoryBuilderCustomizer readyInTheBackground() {
        return builder -> builder.setBootstrapExecutor(new SimpleAsyncTaskExecutor("hibernate-"));
    }

    @Bean(TRANSACTIONS)
    PlatformTransactionManager savedViewTransactions(EntityManagerFactory entities) {
        return new JpaTransactionManager(entities);
    }
}
