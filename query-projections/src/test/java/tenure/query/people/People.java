package tenure.query.people;

import java.util.List;
import tenure.query.projection.ProjectedLog;

/** The view of people on a log of a test. */
public final class People {

    private static final String[] TABLES = {
        "customer_fact",
        "person_fact",
        "total_of_day",
        "course_fact",
        "feature_fact",
        "audience_fact",
        "withdrawn_fact",
        "usage_day"
    };

    /** Rows of use depend on the pages that they came in; what they hold must not. */
    private static final String USES = """
            select concat_ws(' ', customer_id, user_id, day, feature, p, c) as uses
            from query.use_of_day, unnest(positions, counts) u (p, c)
            order by p
            """;

    private People() {}

    public static PeopleTable table(ProjectedLog log) {
        return ProjectedPeople.table(log);
    }

    /** Takes the view to the end of the log. */
    public static void project(ProjectedLog log) {
        log.project(ProjectedPeople.projection(log));
    }

    /** Every row of the view. */
    public static List<String> rows(ProjectedLog log) {
        var rows = log.dump(TABLES);
        rows.addAll(log.jdbc()
                .sql(USES)
                .query((row, number) -> row.getString("uses"))
                .list());
        return rows;
    }

    /** Empties the view, and projects the log once more. */
    public static void rebuild(ProjectedLog log) {
        log.jdbc()
                .sql("truncate query.use_of_day, query." + String.join(", query.", TABLES))
                .update();
        log.jdbc()
                .sql("update query.projection set position = 0 where name = 'people'")
                .update();
        project(log);
    }
}
