package tenure.query.projection.shadow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A schema of its own in which a view is built anew: empty copies of its tables, with their keys and indexes under the same
 * names, a position and a parking of its own.
 */
final class ShadowSchema {

    private static final String LIVE = "query";

    private final JdbcClient jdbc;
    private final String name;
    private final List<String> tables;

    /**
     * The shadow of a view.
     *
     * @param tables names of the view's tables, without a schema
     */
    ShadowSchema(JdbcClient jdbc, String projection, Collection<String> tables) {
        this.jdbc = jdbc;
        this.name = "query_shadow_of_" + projection.replace('-', '_');
        this.tables = tables.stream().sorted().toList();
    }

    /** A client whose statements mean the shadow's tables where they name those of the views. */
    JdbcClient statements() {
        return new JdbcClient() {
            @Override
            public StatementSpec sql(String sql) {
                return jdbc.sql(sql.replace(LIVE + '.', name + '.'));
            }
        };
    }

    /** Makes the empty tables, in the transaction of the caller. */
    void create() {
        drop();
        execute("create schema " + name);
        for (var table : withProgress()) {
            execute("create table %s.%s (like %s.%s including all excluding indexes)"
                    .formatted(name, table, LIVE, table));
            definitionsOf(table).forEach(this::execute);
        }
    }

    /**
     * What the live tables look like now. A shadow that was begun when they looked otherwise, before a migration, has no
     * place among them any more.
     */
    String shape() {
        return jdbc.sql("""
                select coalesce(md5(string_agg(format('%s.%s %s %s', c.relname, a.attname,
                                                      format_type(a.atttypid, a.atttypmod), a.attnotnull), ','
                                               order by c.relname, a.attnum)), '') as shape
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = :live::regnamespace and c.relname = any (:tables)
                  and a.attnum > 0 and not a.attisdropped
                """)
                .param("live", LIVE)
                .param("tables", tables.toArray(String[]::new))
                .query((row, number) -> row.getString("shape"))
                .single();
    }

    private List<String> withProgress() {
        var all = new ArrayList<>(tables);
        all.add("projection");
        all.add("parked_event");
        return all;
    }

    /** Keys, and then the indexes that stand behind none. */
    private List<String> definitionsOf(String table) {
        return jdbc.sql("""
                select 1 as turn, format('alter table %1$s.%2$I add constraint %3$I %4$s', :shadow, :table, c.conname,
                                         pg_get_constraintdef(c.oid)) as definition, c.conname as name
                from pg_constraint c
                where c.conrelid = (:live || '.' || :table)::regclass and c.contype in ('p', 'u')
                union all
                select 2, replace(pg_get_indexdef(i.indexrelid), format(' ON %1$s.', :live), format(' ON %1$s.', :shadow)),
                       i.indexrelid::regclass::text
                from pg_index i
                where i.indrelid = (:live || '.' || :table)::regclass
                  and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                order by turn, name
                """)
                .param("shadow", name)
                .param("live", LIVE)
                .param("table", table)
                .query((row, number) -> row.getString("definition"))
                .list();
    }

    /**
     * Puts the shadow's tables, position and parked events in the place of the live ones, and lets functions and views that
     * read them read the new ones. The live ones are gone then.
     */
    void takeOver() {
        execute("update %1$s.projection l set position = s.position from %2$s.projection s where s.name = l.name"
                .formatted(LIVE, name));
        execute("delete from %1$s.parked_event l using %2$s.projection s where s.name = l.projection"
                .formatted(LIVE, name));
        execute("insert into %1$s.parked_event select * from %2$s.parked_event".formatted(LIVE, name));
        var readers = definitionsOfReaders();
        var old = name + "_old";
        execute("drop schema if exists " + old + " cascade");
        execute("create schema " + old);
        for (var table : tables) {
            execute("alter table %s.%s set schema %s".formatted(LIVE, table, old));
            execute("alter table %s.%s set schema %s".formatted(name, table, LIVE));
        }
        readers.forEach(this::execute);
        execute("drop schema " + old + " cascade");
        drop();
    }

    /** Functions and views name their tables by what they are, not by their names, so each is made again as it was. */
    private List<String> definitionsOfReaders() {
        execute("set local search_path = pg_catalog");
        return jdbc.sql("""
                select pg_get_functiondef(p.oid) as definition
                from pg_proc p where p.pronamespace = :live::regnamespace and p.prokind = 'f'
                union all
                select format('create or replace view %1$s.%2$I as %3$s', :live, c.relname, pg_get_viewdef(c.oid))
                from pg_class c where c.relnamespace = :live::regnamespace and c.relkind = 'v'
                """)
                .param("live", LIVE)
                .query((row, number) -> row.getString("definition"))
                .list();
    }

    boolean exists() {
        return jdbc.sql("select exists (select from pg_namespace where nspname = ?) as there")
                .param(name)
                .query((row, number) -> row.getBoolean("there"))
                .single();
    }

    void drop() {
        execute("drop schema if exists " + name + " cascade");
    }

    private void execute(String statement) {
        jdbc.sql(statement).update();
    }
}
