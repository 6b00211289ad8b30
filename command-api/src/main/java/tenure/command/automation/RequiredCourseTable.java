package tenure.command.automation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The courses that every user is to take, as far as the log has been read. */
@Component
class RequiredCourseTable {

    private final JdbcClient jdbc;

    RequiredCourseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void require(String courseId) {
        jdbc.sql("insert into command.required_course (course_id) values (?) on conflict do nothing")
                .param(courseId)
                .update();
    }

    void release(String courseId) {
        jdbc.sql("delete from command.required_course where course_id = ?")
                .param(courseId)
                .update();
    }

    List<String> all() {
        return jdbc.sql("select course_id from command.required_course order by course_id")
                .query((row, number) -> row.getString("course_id"))
                .list();
    }
}
