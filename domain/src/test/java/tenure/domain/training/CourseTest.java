package tenure.domain.training;

import java.time.Instant;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.domain.shared.Label;
import tenure.domain.shared.Level;
import tenure.domain.training.CourseCommand.PublishCourse;
import tenure.domain.training.CourseCommand.RetireCourse;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;

class CourseTest {

    private static final CourseId BASICS = new CourseId("basics");
    private static final Instant THEN = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T08:00:00Z");

    private final AggregateTestFixture<Course> course = new AggregateTestFixture<>(Course.class);

    @BeforeEach
    void registerTheHandler() {
        course.registerAnnotatedCommandHandler(new Courses(course.getRepository()));
    }

    @Nested
    class Publishing {
        @Test
        void isRecordedTheFirstTime() {
            course.givenNoPriorActivity().when(publish("Basics", THEN)).expectEvents(published("Basics", THEN));
        }

        @Test
        void changesNothingWhenItIsOfferedLikeThatAlready() {
            course.given(published("Basics", THEN))
                    .when(publish("Basics", LATER))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRecordedWhenAnythingDiffers() {
            course.given(published("Basics", THEN))
                    .when(publish("First steps", LATER))
                    .expectEvents(published("First steps", LATER));
            course.given(published("Basics", THEN))
                    .when(new PublishCourse(BASICS, new Label("Basics"), Level.CORE, true, null, LATER))
                    .expectEvents(new CoursePublished("basics", "Basics", "core", true, null, LATER));
            course.given(published("Basics", THEN))
                    .when(new PublishCourse(BASICS, new Label("Basics"), Level.INTRODUCTORY, false, null, LATER))
                    .expectEvents(new CoursePublished("basics", "Basics", "introductory", false, null, LATER));
            course.given(published("Basics", THEN))
                    .when(new PublishCourse(
                            BASICS, new Label("Basics"), Level.INTRODUCTORY, true, new Label("crm"), LATER))
                    .expectEvents(new CoursePublished("basics", "Basics", "introductory", true, "crm", LATER));
        }

        @Test
        void bringsARetiredCourseBackAsItWas() {
            course.given(published("Basics", THEN), retired(THEN))
                    .when(publish("Basics", LATER))
                    .expectEvents(published("Basics", LATER));
        }
    }

    @Nested
    class Retiring {
        @Test
        void isRecorded() {
            course.given(published("Basics", THEN))
                    .when(new RetireCourse(BASICS, LATER))
                    .expectEvents(retired(LATER));
        }

        @Test
        void changesNothingTheSecondTime() {
            course.given(published("Basics", THEN), retired(THEN))
                    .when(new RetireCourse(BASICS, LATER))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRecordedAgainForACourseThatCameBack() {
            course.given(published("Basics", THEN), retired(THEN), published("Basics", THEN))
                    .when(new RetireCourse(BASICS, LATER))
                    .expectEvents(retired(LATER));
        }

        @Test
        void isNotPossibleForACourseNobodyPublished() {
            course.givenNoPriorActivity()
                    .when(new RetireCourse(BASICS, LATER))
                    .expectException(AggregateNotFoundException.class);
        }
    }

    private static PublishCourse publish(String title, Instant occurredAt) {
        return new PublishCourse(BASICS, new Label(title), Level.INTRODUCTORY, true, null, occurredAt);
    }

    private static CoursePublished published(String title, Instant occurredAt) {
        return new CoursePublished("basics", title, "introductory", true, null, occurredAt);
    }

    private static CourseRetired retired(Instant occurredAt) {
        return new CourseRetired("basics", occurredAt);
    }
}
