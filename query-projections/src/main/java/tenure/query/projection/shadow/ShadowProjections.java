package tenure.query.projection.shadow;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import tenure.query.projection.Projection;

/** Makes a second instance of a projection, with all that is in its folder, whose statements go elsewhere. */
@Component
class ShadowProjections {

    private final ApplicationContext live;

    ShadowProjections(ApplicationContext live) {
        this.live = live;
    }

    /** Whoever asks closes the context in which it lives. */
    AnnotationConfigApplicationContext of(Projection projection, JdbcClient statements) {
        var shadow = new AnnotationConfigApplicationContext();
        shadow.setParent(live);
        shadow.registerBean(
                "shadowStatements", JdbcClient.class, () -> statements, definition -> definition.setPrimary(true));
        var scanner = new ClassPathBeanDefinitionScanner(shadow);
        scanner.addExcludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.scan(projection.getClass().getPackageName());
        shadow.refresh();
        return shadow;
    }
}
