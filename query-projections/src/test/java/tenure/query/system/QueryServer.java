package tenure.query.system;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import tenure.eventstore.read.AuditLog;
import tenure.eventstore.read.EventLog;
import tenure.query.shared.Answers;

/** What leaves the house, and what happened, served over real HTTP from a {@link WrittenEvents}. Two of them are two nodes. */
public final class QueryServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private QueryServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "tenure.query.feed",
                "tenure.query.history",
                "tenure.query.savedview",
                "tenure.query.shared",
                "tenure.query.webhooks"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Answers.class))
    static class Served {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** Starts a server with properties, and with parts, beside those of the product. */
    public static QueryServer over(WrittenEvents events, Map<String, String> properties, Object... parts) {
        var all = new HashMap<String, Object>(Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "server.shutdown", "graceful",
                "spring.lifecycle.timeout-per-shutdown-phase", "60s",
                "spring.threads.virtual.enabled", "true",
                "spring.mvc.problemdetails.enabled", "true",
                "spring.main.banner-mode", "off",
                "spring.flyway.enabled", "false",
                "springdoc.api-docs.enabled", "false"));
        all.put("logging.level.root", "error");
        all.putAll(properties);
        return new QueryServer(new SpringApplicationBuilder(Served.class)
                .web(WebApplicationType.SERVLET)
                .properties(all)
                .initializers((GenericApplicationContext started) -> {
                    var beans = started.getBeanFactory();
                    beans.registerSingleton("dataSource", events.database().dataSource());
                    beans.registerSingleton(
                            "log", new EventLog(events.database().jdbc(), events.signal()));
                    beans.registerSingleton(
                            "audit", new AuditLog(events.database().jdbc()));
                    beans.registerSingleton("decoder", events.decoder());
                    for (var part : parts) {
                        beans.registerSingleton(part.getClass().getName(), part);
                    }
                })
                .run());
    }

    /** Where it answers, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }
}
