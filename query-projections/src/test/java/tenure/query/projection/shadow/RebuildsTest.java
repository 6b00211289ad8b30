package tenure.query.projection.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
import tenure.query.life.ProjectedLives;
import tenure.query.lifecycle.Lifecycles;
import tenure.query.projection.ProjectedLog;
import tenure.query.projection.ProjectionGate;
import tenure.query.projection.ProjectionRunner;

class RebuildsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
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
        log.jdbc().sql("""
                create function query.chunks(until bigint) returns table (customer_id text, chunks bigint)
                language sql stable
                begin atomic
                    select l.customer_id, count(*) from query.life l where l.last_position <= until group by 1;
                end
                """).update();
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
        scanner.scan("tenure.query.projection", "tenure.query.life");
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
        return log.table().position("lives");
    }

    private void awaitRebuilt() {
        await().atMost(PATIENCE).until(() -> rebuilds().all().isEmpty());
    }

    @Test
    void leaveTheSameRowsUnderTheSameNames() {
        var rows = rows();
        var names = names();
        var untilHalf = untilHalf();
        assertThat(untilHalf).isNotEmpty();

        assertThat(rebuilds().begin("lives")).isTrue();
        awaitRebuilt();

        assertThat(rows()).isEqualTo(rows);
        assertThat(names()).isEqualTo(names);
        assertThat(untilHalf()).as("functions read the new tables").isEqualTo(untilHalf);
        assertThat(position()).isEqualTo(log.head());
        assertThat(schemas()).isEmpty();
    }

    @Test
    void setRightWhatWasWrong() {
        var rows = rows();
        log.jdbc().sql("delete from query.life where number > 1").update();
        log.jdbc().sql("update query.life set packed = ''").update();
        assertThat(rows()).as("the control: it is wrong now").isNotEqualTo(rows);

        rebuilds().begin("lives");
        awaitRebuilt();

        assertThat(rows()).isEqualTo(rows);
        assertThat(untilHalf()).isNotEmpty();
    }

    @Test
    void letViewsOfViewsReadTheNewTables() {
        log.jdbc()
                .sql("create view query.size as select customer_id, count(*) as chunks from query.life group by 1")
                .update();
        log.jdbc()
                .sql("create view query.large as select customer_id from query.size where chunks > 1")
                .update();
        var large = number("select count(*) as number from query.large");
        assertThat(large).isPositive();
        log.jdbc().sql("delete from query.life where number > 1").update();
        assertThat(number("select count(*) as number from query.large"))
                .as("the control: they read the tables")
                .isZero();

        rebuilds().begin("lives");
        awaitRebuilt();

        assertThat(number("select count(*) as number from query.large")).isEqualTo(large);
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
                rebuilds().begin("lives");
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
                        where e.position <= (select position from query.projection where name = 'lives')
                        """);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                if (number("select count(distinct customer_id) as number from query.life where trim(customer_id) <> ''")
                        != wanted) {
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
        var rows = rows();
        node.getBean(Rebuilds.class).stop();
        rebuilds().begin("lives");
        var shadow = new ShadowSchema(log.jdbc(), "lives", List.of("life"));
        assertThat(shadow.exists()).isTrue();
        node.getBean(ProjectionRunner.class).stop();
        node.close();

        node = aNode();
        awaitRebuilt();

        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void beginAgainWhenTheTablesChangedMeanwhile() {
        rebuilds().stop();
        rebuilds().begin("lives");
        log.jdbc().sql("alter table query.life add column later text").update();
        node.close();

        node = aNode();
        awaitRebuilt();

        assertThat(log.jdbc()
                        .sql("select later from query.life limit 1")
                        .query((row, number) -> String.valueOf(row.getString("later")))
                        .list())
                .hasSize(1);
        assertThat(untilHalf()).isNotEmpty();
    }

    @Test
    void mayBeGivenUp() {
        rebuilds().stop();
        rebuilds().begin("lives");
        assertThat(rebuilds().begin("lives")).as("one at a time").isFalse();

        assertThat(rebuilds().cancel("lives")).isTrue();

        assertThat(schemas()).isEmpty();
        assertThat(rebuilds().cancel("lives")).isFalse();
        assertThat(position()).isEqualTo(log.head());
    }

    /** What the rows hold: how it is cut into chunks depends on the pages that it came in. */
    private List<String> rows() {
        var rows = new ArrayList<String>();
        var all = ProjectedLives.lives(log);
        rows.add(all.definitions(Long.MAX_VALUE).toString());
        all.each(Long.MAX_VALUE, life -> rows.add(life.toString()));
        return rows;
    }

    private List<String> names() {
        return log.jdbc()
                .sql(NAMES)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    private List<String> untilHalf() {
        return log.jdbc()
                .sql("select c::text as chunks from query.chunks(?) c order by 1")
                .param(log.head() / 2)
                .query((row, number) -> row.getString("chunks"))
                .list();
    }

    private List<String> schemas() {
        return log.jdbc()
                .sql("select nspname from pg_namespace where nspname like 'query\\_%'")
                .query((row, number) -> row.getString("nspname"))
                .list();
    }
}
