package tenure.query.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.customer.event.AudienceDefined;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingStarted;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserActivated;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserErased;
import tenure.domain.user.event.UserInvited;
import tenure.domain.user.event.UserReactivated;
import tenure.domain.user.event.UserRoleChanged;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;
import tenure.query.life.ProjectedLives;
import tenure.query.people.Person.State;
import tenure.query.people.Person.Training;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;
import tenure.query.shared.Standpoint;

class PeopleTest {

    private final ProjectedLog log = new ProjectedLog();
    private final EventLog events = new EventLog(log.jdbc(), new LogSignal());
    private final People people = ProjectedPeople.people(log);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void tellsThePersonsOfACustomerAsTheyWereOnADay() {
        given(registered(), invited("anna", "sales", null, "2024-01-10"), invited("ben", null, null, "2024-01-11"));
        given(new UserActivated("anna", "P-1", at("2024-01-12")));
        given(new UserRoleChanged("anna", "P-1", "support", "champion", at("2024-02-01")));
        given(new UserDeactivated("anna", "P-1", at("2024-03-01")));
        given(new UserReactivated("anna", "P-1", at("2024-04-01")), new UserErased("ben", "P-1", at("2024-05-01")));

        assertThat(person("anna", "2024-01-11").stateOn(day("2024-01-11"))).isEqualTo(State.INVITED);
        assertThat(person("anna", "2024-01-12").stateOn(day("2024-01-12"))).isEqualTo(State.ACTIVE);
        assertThat(person("anna", "2024-03-15").stateOn(day("2024-03-15"))).isEqualTo(State.DEACTIVATED);
        assertThat(person("anna", "2024-06-01").stateOn(day("2024-06-01"))).isEqualTo(State.ACTIVE);
        assertThat(person("ben", "2024-06-01").stateOn(day("2024-06-01"))).isEqualTo(State.ERASED);
        assertThat(person("anna", "2024-01-31").departmentOn(day("2024-01-31"))).isEqualTo("sales");
        assertThat(person("anna", "2024-02-01").departmentOn(day("2024-02-01"))).isEqualTo("support");
        assertThat(person("anna", "2024-02-01").roleOn(day("2024-02-01"))).isEqualTo("champion");
        assertThat(person("anna", "2024-02-01").createdOn()).isEqualTo(day("2024-01-10"));
    }

    @Test
    void findsNobodyAtACustomerThatHasNotSignedUp() {
        given(invited("anna", null, null, "2024-01-10"));
        assertThat(people.customer("P-1", seen("2024-06-01"))).isEmpty();

        given(registered());
        assertThat(people.customer("P-1", seen("2024-06-01"))).isPresent();
        assertThat(people.customer("P-1", seen("2023-12-31"))).isEmpty();
    }

    @Test
    void tellsWhetherACustomerIsGone() {
        given(registered(), new CustomerChurned("P-1", day("2024-03-01"), "price", "", at("2024-03-01")));
        given(new CustomerWonBack("P-1", day("2024-05-01"), at("2024-05-01")));

        assertThat(customer("2024-02-29").gone()).isFalse();
        assertThat(customer("2024-03-01").gone()).isTrue();
        assertThat(customer("2024-05-01").gone()).isFalse();
    }

    @Test
    void putsUsesOfADayTogetherWhateverPageTheyCameIn() {
        given(registered(), used("anna", "report", 2, "2024-02-01"), logOn("anna", "2024-02-01"));
        given(used("anna", "report", 3, "2024-02-01"), used("anna", "export", 1, "2024-02-02"));

        assertThat(person("anna", "2024-02-28").uses())
                .extracting(use -> use.day() + " " + use.feature() + " " + use.positions() + " " + use.counts())
                .containsExactly("2024-02-01  [3] [1]", "2024-02-01 report [2, 4] [2, 3]", "2024-02-02 export [5] [1]");
        assertThat(person("anna", "2024-02-28").hasLoggedOnBy(day("2024-02-28")))
                .isTrue();
    }

    @Test
    void leavesOutWhatWasNotKnownYet() {
        given(registered(), logOn("anna", "2024-02-10"), logOn("anna", "2024-02-01"));

        assertThat(personKnownAt("anna", "2024-02-28", 2).firstUsedOn()).isEqualTo(day("2024-02-10"));
        assertThat(personKnownAt("anna", "2024-02-28", 3).firstUsedOn()).isEqualTo(day("2024-02-01"));
        assertThat(people.customer("P-1", new Standpoint(new AsOf(day("2024-02-28")), 1))
                        .orElseThrow()
                        .persons())
                .isEmpty();
    }

    @Test
    void leavesOutWhatWasTakenBackFromThenOn() {
        given(registered(), logOn("anna", "2024-02-01"), logOn("anna", "2024-02-01"), logOn("anna", "2024-02-05"));
        given(retracted(2));
        assertThat(person("anna", "2024-02-28").uses().getFirst().positions()).containsExactly(3L);
        given(retracted(3));
        assertThat(person("anna", "2024-02-28").firstUsedOn()).isEqualTo(day("2024-02-05"));
        assertThat(person("anna", "2024-02-28").uses()).hasSize(1);
        given(retracted(4));
        assertThat(customer("2024-02-28").persons()).isEmpty();
        assertThat(personKnownAt("anna", "2024-02-28", 5).uses()).hasSize(2);
    }

    @Test
    void aCorrectionStandsInPlaceOfWhatItCorrects() {
        given(registered(), used("anna", "report", 9, "2024-02-01"));
        given(new FeatureUsed("anna", "P-1", "report", 1, idOf(2), at("2024-02-03")));

        assertThat(person("anna", "2024-02-28").uses())
                .extracting(use -> use.day() + " " + use.count())
                .containsExactly("2024-02-03 1");
        assertThat(personKnownAt("anna", "2024-02-28", 2).uses())
                .extracting(UseOfDay::count)
                .containsExactly(9L);
    }

    @Test
    void theLastReportOfADayCountsUnlessItIsTakenBack() {
        given(registered(), total("2024-02-01", 5), total("2024-02-01", 7), total("2024-02-02", 0));
        assertThat(customer("2024-02-28").totals())
                .extracting(TotalOfDay::actions)
                .containsExactly(7L, 0L);
        given(retracted(3));
        assertThat(customer("2024-02-28").totals())
                .extracting(TotalOfDay::actions)
                .containsExactly(5L, 0L);
        assertThat(customer("2024-02-28").firstActiveOn()).isEqualTo(day("2024-02-01"));
        given(retracted(2));
        assertThat(customer("2024-02-28").firstActiveOn()).isNull();
    }

    @Test
    void trainedIsWhoCompletedEveryCourseThatIsRequired() {
        given(registered(), published("basics", true, "2024-01-01"), published("extras", false, "2024-01-01"));
        given(new TrainingAssigned("anna", "P-1", "basics", null, at("2024-01-10")));
        given(new TrainingStarted("anna", "P-1", "basics", null, at("2024-01-11")));
        given(new TrainingCompleted("anna", "P-1", "basics", null, null, at("2024-01-12")));
        given(published("news", true, "2024-02-01"), new CourseRetired("news", at("2024-03-01")));

        assertThat(training("2024-01-09")).isEqualTo(Training.NONE);
        assertThat(training("2024-01-10")).isEqualTo(Training.ASSIGNED);
        assertThat(training("2024-01-11")).isEqualTo(Training.STARTED);
        assertThat(training("2024-01-12")).isEqualTo(Training.TRAINED);
        assertThat(training("2024-02-01")).as("one more is required").isEqualTo(Training.STARTED);
        assertThat(training("2024-03-01")).isEqualTo(Training.TRAINED);
        given(retracted(6));
        assertThat(training("2024-03-01")).isEqualTo(Training.STARTED);
    }

    @Test
    void whereNoCourseIsRequiredAnyIsEnough() {
        given(registered(), new TrainingStarted("anna", "P-1", "basics", null, at("2024-01-10")));
        assertThat(training("2024-02-01")).isEqualTo(Training.STARTED);
        given(new TrainingCompleted("anna", "P-1", "basics", null, null, at("2024-01-12")));
        assertThat(training("2024-02-01")).isEqualTo(Training.TRAINED);
    }

    @Test
    void aFeatureHasTheLevelThatTheCatalogueSaidOnTheDay() {
        given(registered(), cataloged("report", "introductory", "2024-02-01"));
        given(cataloged("report", "advanced", "2024-03-01"));
        var features = people.features(seen("2024-06-01"));

        assertThat(features.levelOn("report", day("2024-01-31"))).isEqualTo(Level.CORE);
        assertThat(features.levelOn("report", day("2024-02-01"))).isEqualTo(Level.INTRODUCTORY);
        assertThat(features.levelOn("report", day("2024-03-01"))).isEqualTo(Level.ADVANCED);
        assertThat(features.featuresOn(day("2024-01-31"))).isEmpty();
        assertThat(features.featuresOn(day("2024-02-01"))).containsExactly("report");
    }

    @Test
    void theLastAudienceCounts() {
        given(registered(), new AudienceDefined("P-1", Map.of("sales", 10), at("2024-02-01")));
        given(new AudienceDefined("P-1", Map.of("support", 5), at("2024-03-01")));

        assertThat(customer("2024-01-31").audience()).isNull();
        assertThat(customer("2024-02-28").audience()).isEqualTo(new Audience(2, Map.of("sales", 10L)));
        assertThat(customer("2024-03-01").audience()).isEqualTo(new Audience(3, Map.of("support", 5L)));
    }

    private void given(Record... records) {
        log.record(List.of(records));
        log.project(ProjectedLives.projection(log));
    }

    private Standpoint seen(String asOf) {
        return new Standpoint(new AsOf(day(asOf)), events.head());
    }

    private CustomerPeople customer(String asOf) {
        return people.customer("P-1", seen(asOf)).orElseThrow();
    }

    private Person person(String userId, String asOf) {
        return customer(asOf).persons().get(userId);
    }

    private Person personKnownAt(String userId, String asOf, long position) {
        return people.customer("P-1", new Standpoint(new AsOf(day(asOf)), position))
                .orElseThrow()
                .persons()
                .get(userId);
    }

    private Training training(String asOf) {
        var anna = customer(asOf).persons().get("anna");
        return anna == null ? Training.NONE : anna.trainingOn(day(asOf), people.courses(seen(asOf)));
    }

    private String idOf(long position) {
        return events.at(List.of(position)).getFirst().eventId().toString();
    }

    private FactRetracted retracted(long position) {
        return new FactRetracted(idOf(position), "P-1", "never happened", at("2024-06-01"));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T10:00:00Z");
    }

    private static CustomerRegistered registered() {
        return new CustomerRegistered("P-1", "Acme", day("2024-01-01"), Map.of(), at("2024-01-01"));
    }

    private static UserInvited invited(String user, @Nullable String department, @Nullable String role, String on) {
        return new UserInvited(user, "P-1", department, role, at(on));
    }

    private static LoggedOn logOn(String user, String on) {
        return new LoggedOn(user, "P-1", null, at(on));
    }

    private static FeatureUsed used(String user, String feature, long count, String on) {
        return new FeatureUsed(user, "P-1", feature, count, null, at(on));
    }

    private static UsageDayReported total(String on, long actions) {
        return new UsageDayReported("P-1", day(on), null, actions, Map.of(), null, at(on));
    }

    private static CoursePublished published(String course, boolean required, String on) {
        return new CoursePublished(course, course, "core", required, null, at(on));
    }

    private static FeatureCataloged cataloged(String feature, String level, String on) {
        return new FeatureCataloged(feature, level, null, false, at(on));
    }
}
