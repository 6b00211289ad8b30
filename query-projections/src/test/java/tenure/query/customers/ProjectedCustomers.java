package tenure.query.customers;

import java.util.function.Function;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.query.life.ProjectedLives;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.CustomerRisks;

/** The answers about customers on a log of a test, each from one moment. */
final class ProjectedCustomers {

    private final TransactionTemplate moment;
    private final CustomerAnswers answers;
    private final CustomerFigures figures;

    ProjectedCustomers(ProjectedLog log) {
        this(log, new StaticListableBeanFactory());
    }

    ProjectedCustomers(ProjectedLog log, StaticListableBeanFactory others) {
        this.moment = new TransactionTemplate(log.transactions());
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        var portfolios = new Portfolios(ProjectedLives.views(log));
        this.answers = new CustomerAnswers(portfolios, others.getBeanProvider(CustomerRisks.class));
        this.figures = new CustomerFigures(portfolios);
    }

    <A> A ask(Function<CustomerAnswers, A> question) {
        return moment.execute(status -> question.apply(answers));
    }

    <A> A explained(Function<CustomerFigures, A> question) {
        return moment.execute(status -> question.apply(figures));
    }
}
