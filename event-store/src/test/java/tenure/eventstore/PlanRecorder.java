package tenure.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A data source that keeps the plan of every statement that was really executed, those inside the database's functions,
 * too. The database itself tells them, by its module auto_explain.
 */
final class PlanRecorder extends DelegatingDataSource implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Queue<Plan> plans = new ConcurrentLinkedQueue<>();

    PlanRecorder(TestDatabase database) throws SQLException {
        super(explaining(database));
    }

    private static DataSource explaining(TestDatabase database) throws SQLException {
        var config = new HikariConfig();
        config.setJdbcUrl(database.dataSource().unwrap(HikariDataSource.class).getJdbcUrl());
        config.setMaximumPoolSize(3);
        config.setConnectionInitSql("""
                load 'auto_explain';
                set auto_explain.log_min_duration = 0;
                set auto_explain.log_format = 'json';
                set auto_explain.log_analyze = on;
                set auto_explain.log_timing = off;
                set auto_explain.log_nested_statements = on;
                set client_min_messages = log;
                """);
        return new HikariDataSource(config);
    }

    /** Forgets what was recorded so far. */
    void clear() {
        plans.clear();
    }

    List<Plan> plans() {
        return List.copyOf(plans);
    }

    /** A statement as it was executed. */
    record Plan(String statement, JsonNode root) {

        /** Relations that were read row by row from their beginning. */
        Set<String> scannedWhole() {
            return relations(
                    nodes(root).filter(node -> node.get("Node Type").asString().equals("Seq Scan")));
        }

        /** Relations, or by their indexes relations, that rows were looked for in. */
        Set<String> touched() {
            return relations(
                    nodes(root).filter(node -> !node.get("Node Type").asString().equals("ModifyTable")));
        }

        private static Set<String> relations(Stream<JsonNode> nodes) {
            var names = new TreeSet<String>();
            nodes.filter(node -> node.has("Relation Name"))
                    .filter(node -> node.path("Actual Loops").asInt(1) > 0)
                    .forEach(node -> names.add(node.get("Relation Name").asString()));
            return names;
        }

        private static Stream<JsonNode> nodes(JsonNode plan) {
            return Stream.concat(
                    Stream.of(plan),
                    plan.has("Plans") ? plan.get("Plans").valueStream().flatMap(Plan::nodes) : Stream.empty());
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(super.getConnection(), Connection.class);
    }

    private <T> T watched(T target, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), interfaces(target, type), (proxy, method, arguments) -> {
                    try {
                        var result = method.invoke(target, arguments);
                        if (target instanceof Statement statement
                                && method.getName().startsWith("execute")) {
                            keep(statement);
                        }
                        return result instanceof Statement statement ? watched(statement, Statement.class) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static Class<?>[] interfaces(Object target, Class<?> type) {
        return Stream.of(java.sql.CallableStatement.class, java.sql.PreparedStatement.class, type)
                .filter(candidate -> candidate.isInstance(target))
                .limit(1)
                .toArray(Class<?>[]::new);
    }

    private void keep(Statement statement) throws SQLException {
        for (var message = statement.getWarnings(); message != null; message = message.getNextWarning()) {
            var text = message.getMessage();
            if (text.contains("plan:")) {
                var explained = JSON.readTree(text.substring(text.indexOf('{')));
                plans.add(new Plan(explained.get("Query Text").asString(), explained.get("Plan")));
            }
        }
        statement.clearWarnings();
    }

    static Collection<String> partitions(Collection<String> relations) {
        return relations.stream().filter(name -> name.startsWith("event_0")).toList();
    }

    @Override
    public void close() throws SQLException {
        unwrap(HikariDataSource.class).close();
    }
}
