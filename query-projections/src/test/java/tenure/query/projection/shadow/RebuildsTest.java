package tenure.query.projection.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.query.lifecycle.Lifecycles;
import tenure.query.projection.ProjectedLog;
import tenure.query.projection.ProjectionGate;
import tenure.query.projection.ProjectionRunner;

class RebuildsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String[] TABLES = {"customer", "departure", "license", "term", "seat_change", "plan_change"};
    private static final String NAMES = """
            select indexrelid::regclass::text || ' ' || pg_get_indexdef(indexrelid) as name from pg_index
            where indrelid::regclass::text like 'query.%'
            union all
            select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
            where conrelid::regclass::text like 'query.%'
            order by 1
            """;

    private final ProjectedLog log = new ProjectedLog();
    private final Lifecycles lives = new Lifecycles(new SplittableRandom(20_260_101));
    private AnnotationConfigApplicationContext node;

    @BeforeEach
    void startANode() {
        log.recordMany(lives.of(40));
        node = aNode();
        awaitCaughtUp();
    }

    @AfterEach
    void stop() {
        node.close();
        log.close();
    }

    private AnnotationConfigApplicationContext aNode() {
        var context = new AnnotationConfigApplicationContext();
        log.parts().forEach((name, part) -> context.getBeanFactory().registerSingleton(name, part));
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.scan("tenure.query.projection", "tenure.query.customers", "tenure.query.dataquality");
        context.refresh();
        context.start();
        return context;
    }

    private Rebuilds rebuilds() {
        return node.getBean(Rebuilds.class);
    }

    private void awaitCaughtUp() {
        await().atMost(PATIENCE).until(() -> position() == log.head());
    }

    private long position() {
        return log.table().position("customers");
    }

    private void awaitRebuilt() {
        await().atMost(PATIENCE).until(() -> rebuilds().all().isEmpty());
    }

    @Test
    void leaveTheSameRowsUnderTheSameNames() {
        var rows = log.dump(TABLES);
        var names = names();
        var onADay = onADay();
        assertThat(onADay).isNotEmpty();

        assertThat(rebuilds().begin("customers")).isTrue();
        awaitRebuilt();

        assertThat(log.dump(TABLES)).isEqualTo(rows);
        assertThat(names()).isEqualTo(names);
        assertThat(onADay()).as("functions read the new tables").isEqualTo(onADay);
        assertThat(position()).isEqualTo(log.head());
        assertThat(schemas()).isEmpty();
    }

    @Test
    void setRightWhatWasWrong() {
        var rows = log.dump(TABLES);
        log.jdbc().sql("delete from query.term").update();
        log.jdbc().sql("update query.customer set name = 'wrong'").update();
        assertThat(log.dump(TABLES)).as("the control: it is wrong now").isNotEqualTo(rows);

        rebuilds().begin("customers");
        awaitRebuilt();

        assertThat(log.dump(TABLES)).isEqualTo(rows);
        assertThat(onADay()).isNotEmpty();
    }

    @Test
    void letViewsOfViewsReadTheNewTables() {
        var contradictions = contradictions();
        assertThat(contradictions).isPositive();
        await().atMost(PATIENCE).until(() -> log.table().position("data-quality") == log.head());

        rebuilds().begin("data-quality");
        awaitRebuilt();

        assertThat(contradictions()).isEqualTo(contradictions);
    }

    @Test
    void leaveNoAnswerWithoutRowsThatBelongToItsPosition() throws Exception {
        assertThat(wrongAnswersWhileRebuilding(node.getBean(ProjectionGate.class)::enter, 5))
                .isZero();
    }

    /** The control. */
    @Test
    void wouldDoSoWithoutTheGate() throws Exception {
        assertThat(wrongAnswersWhileRebuilding(() -> {}, 40)).isPositive();
    }

    /** Readers ask all the time while the view is built anew; as soon as an answer was wrong, or so many times. */
    private int wrongAnswersWhileRebuilding(Runnable gate, int times) throws Exception {
        var wrong = new AtomicInteger();
        var done = new AtomicBoolean();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(readers.submit(() -> readUntil(done, gate, wrong)));
            }
            for (int i = 0; i < times && wrong.get() == 0; i++) {
                rebuilds().begin("customers");
                log.recordMany(new Lifecycles(new SplittableRandom(i)).of(1));
                awaitRebuilt();
            }
            done.set(true);
            for (var answer : answers) {
                assertThat(answer.get()).isPositive();
            }
        }
        return wrong.get();
    }

    /** Reads in one moment of the database, as answers do: position first, then rows. Returns how often. */
    private int readUntil(AtomicBoolean done, Runnable gate, AtomicInteger wrong) {
        var moment = new TransactionTemplate(log.transactions());
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        int answers = 0;
        while (!done.get()) {
            moment.executeWithoutResult(status -> {
                gate.run();
                var wanted = number("""
                        select count(distinct customer_id) as number from eventstore.event e
                        join eventstore.event_type t on t.type_id = e.type_id
                        where t.name = 'customer.registered'
                          and e.position <= (select position from query.projection where name = 'customers')
                        """);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                if (number("select count(*) as number from query.customer") != wanted) {
                    wrong.incrementAndGet();
                }
            });
            answers++;
        }
        return answers;
    }

    private long number(String query) {
        return log.jdbc()
                .sql(query)
                .query((row, number) -> row.getLong("number"))
                .single();
    }

    @Test
    void goOnAfterAStopWhereTheyWere() {
        log.recordMany(new Lifecycles(new SplittableRandom(5)).of(60));
        awaitCaughtUp();
        var rows = log.dump(TABLES);
        node.getBean(Rebuilds.class).stop();
        rebuilds().begin("customers");
        var shadow = new ShadowSchema(log.jdbc(), "customers", List.of(TABLES));
        assertThat(shadow.exists()).isTrue();
        node.getBean(ProjectionRunner.class).stop();
        node.close();

        node = aNode();
        awaitRebuilt();

        assertThat(log.dump(TABLES)).isEqualTo(rows);
    }

    @Test
    void beginAgainWhenTheTablesChangedMeanwhile() {
        rebuilds().stop();
        rebuilds().begin("customers");
        log.jdbc().sql("alter table query.term add column later text").update();
        node.close();

        node = aNode();
        awaitRebuilt();

        assertThat(log.jdbc()
                        .sql("select later from query.term limit 1")
                        .query((row, number) -> String.valueOf(row.getString("later")))
                        .list())
                .hasSize(1);
        assertThat(onADay()).isNotEmpty();
    }

    @Test
    void mayBeGivenUp() {
        rebuilds().stop();
        rebuilds().begin("customers");
        assertThat(rebuilds().begin("customers")).as("one at a time").isFalse();

        assertThat(rebuilds().cancel("customers")).isTrue();

        assertThat(schemas()).isEmpty();
        assertThat(rebuilds().cancel("customers")).isFalse();
        assertThat(position()).isEqualTo(log.head());
    }

    private List<String> names() {
        return log.jdbc()
                .sql(NAMES)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    private List<String> onADay() {
        return log.jdbc()
                .sql("select t::text as term from query.terms_in_force(?) t order by 1")
                .param(LocalDate.of(2024, 6, 1))
                .query((row, number) -> row.getString("term"))
                .list();
    }

    private long contradictions() {
        await().atMost(PATIENCE).until(() -> log.table().position("data-quality") == log.head());
        return log.jdbc()
                .sql("select count(*) as found from query.contradiction")
                .query((row, number) -> row.getLong("found"))
                .single();
    }

    private List<String> schemas() {
        return log.jdbc()
                .sql("select nspname from pg_namespace where nspname like 'query\\_%'")
                .query((row, number) -> row.getString("nspname"))
                .list();
    }
}
