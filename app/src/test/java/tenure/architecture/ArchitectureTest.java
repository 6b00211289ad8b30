package tenure.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenure.domain.EventCatalogue;
import tenure.domain.shared.EventName;

/** The arrows between the modules, as docs/architecture.md draws them. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("tenure");

    /** Rules name packages by their end, so that they hold for the classes that break them as well. */
    static Map<String, ArchRule> rules() {
        var rules = new TreeMap<String, ArchRule>();
        rules.put(
                "the domain is free of technology",
                noClasses()
                        .that()
                        .resideInAPackage("tenure..domain..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.springframework..", "java.sql..", "javax.sql..", "jakarta..", "tools.jackson.."));
        rules.put(
                "the domain sees nothing else of ours",
                noClasses()
                        .that()
                        .resideInAPackage("tenure..domain..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "tenure..command..", "tenure..eventstore..", "tenure..query..", "tenure.app.."));
        rules.put(
                "the event store knows no event",
                noClasses()
                        .that()
                        .resideInAPackage("tenure..eventstore..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "tenure..domain..", "tenure..command..", "tenure..query..", "tenure.app.."));
        rules.put(
                "commands and answers never meet",
                noClasses()
                        .that()
                        .resideInAPackage("tenure..command..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("tenure..query..", "tenure..eventstore..", "tenure.app.."));
        rules.put(
                "answers see only the events of the domain",
                noClasses()
                        .that()
                        .resideInAPackage("tenure..query..")
                        .should()
                        .dependOnClassesThat(domainExceptEvents()));
        rules.put(
                "answers see only the read side of the event store",
                noClasses()
                        .that()
                        .resideInAPackage("tenure..query..")
                        .should()
                        .dependOnClassesThat(eventStoreExceptRead()));
        rules.put(
                "answers give no orders",
                noClasses()
                        .that()
                        .resideInAPackage("tenure..query..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("tenure..command..", "org.axonframework.commandhandling.."));
        rules.put(
                "a slice of the answers does not see its neighbour",
                slices().matching("..query.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .ignoreDependency(DescribedPredicate.alwaysTrue(), inPackage("..query.shared.."))
                        .ignoreDependency(DescribedPredicate.alwaysTrue(), inPackage("..query.projection.."))
                        .ignoreDependency(DescribedPredicate.alwaysTrue(), inPackage("..query.life.."))
                        .ignoreDependency(DescribedPredicate.alwaysTrue(), inPackage("..query.people..")));
        rules.put(
                "a view has no clock, no chance and no local time",
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("Projection")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.time.Clock")
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.util.Random")
                        .orShould()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(java.time.LocalDate.class, "now"));
        rules.put(
                "Axon's own engines are not used",
                noClasses()
                        .that()
                        .resideInAPackage("tenure..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.axonframework.eventsourcing.eventstore.jdbc..",
                                "org.axonframework.eventsourcing.eventstore.jpa..",
                                "org.axonframework.eventsourcing.eventstore.inmemory.."));
        rules.put(
                "statements are made in tables, logs and rows",
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("Controller")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework.jdbc..", "java.sql.."));
        rules.put(
                "events are records of plain values",
                classes()
                        .that()
                        .resideInAPackage("..domain..event..")
                        .and()
                        .areNotInterfaces()
                        .and()
                        .haveSimpleNameNotEndingWith("package-info")
                        .should()
                        .beRecords());
        rules.put(
                "handlers do not swallow what they decide",
                methods()
                        .that()
                        .areAnnotatedWith("org.axonframework.eventsourcing.EventSourcingHandler")
                        .should()
                        .haveName("evolve"));
        return rules;
    }

    static Stream<String> names() {
        return rules().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void holds(String name) {
        assertThat(rules().get(name).evaluate(PRODUCT).getFailureReport().getDetails())
                .isEmpty();
    }

    private static DescribedPredicate<JavaClass> inPackage(String pattern) {
        return JavaClass.Predicates.resideInAPackage(pattern);
    }

    private static DescribedPredicate<JavaClass> domainExceptEvents() {
        // The catalogue and the names are what the history is read by.
        return inPackage("tenure..domain..")
                .and(DescribedPredicate.not(inPackage("..event..")))
                .and(DescribedPredicate.not(JavaClass.Predicates.belongToAnyOf(EventCatalogue.class, EventName.class)));
    }

    private static DescribedPredicate<JavaClass> eventStoreExceptRead() {
        return inPackage("tenure..eventstore..").and(DescribedPredicate.not(inPackage("..eventstore.read..")));
    }
}
