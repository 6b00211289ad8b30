package tenure.domain.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Code;
import tenure.domain.shared.EventId;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Level;
import tenure.domain.shared.Rating;
import tenure.domain.support.TicketCommand.ChangeTicketStatus;
import tenure.domain.support.TicketCommand.ClassifyTicket;
import tenure.domain.support.TicketCommand.CloseTicket;
import tenure.domain.support.TicketCommand.EscalateTicket;
import tenure.domain.support.TicketCommand.OpenTicket;
import tenure.domain.support.TicketCommand.RateTicket;
import tenure.domain.support.TicketCommand.RecordFirstResponse;
import tenure.domain.support.TicketCommand.ReopenTicket;
import tenure.domain.support.TicketCommand.ResolveTicket;
import tenure.domain.support.event.TicketClassified;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.support.event.TicketEscalated;
import tenure.domain.support.event.TicketFirstResponded;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.support.event.TicketRated;
import tenure.domain.support.event.TicketReopened;
import tenure.domain.support.event.TicketResolved;
import tenure.domain.support.event.TicketStatusChanged;
import tenure.domain.usage.FeatureName;
import tenure.domain.user.UserId;

class TicketTest {

    private static final String WRONG = "0190f3c8-7f00-7000-8000-000000000001";
    private static final TicketId TICKET = new TicketId("T-17");
    private static final EventId REPLACED = new EventId(WRONG);
    private static final CustomerId ACME = new CustomerId("acme");
    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

    static List<TicketCommand> everyFact() {
        return List.of(
                opened(null),
                opened(new UserId("anna")),
                classified(TicketKind.DEFECT, null, null),
                new RecordFirstResponse(TICKET, null, REPLACED, THEN),
                new ChangeTicketStatus(TICKET, null, new Code("pending"), REPLACED, THEN),
                new EscalateTicket(TICKET, null, REPLACED, THEN),
                new ResolveTicket(TICKET, null, REPLACED, THEN),
                new ReopenTicket(TICKET, null, REPLACED, THEN),
                new CloseTicket(TICKET, null, REPLACED, THEN),
                new RateTicket(TICKET, null, new Rating(4), REPLACED, THEN));
    }

    @Nested
    class EveryFact {
        @ParameterizedTest
        @MethodSource("tenure.domain.support.TicketTest#everyFact")
        void goesToTheStreamOfItsTicket(TicketCommand fact) {
            assertThat(fact.stream()).isEqualTo("ticket/T-17");
        }

        @ParameterizedTest
        @MethodSource("tenure.domain.support.TicketTest#everyFact")
        void staysTheSameExceptForTheCustomerThatIsFound(TicketCommand fact) throws Exception {
            var found = fact.of(ACME);

            assertThat(found.customerId()).isEqualTo(ACME);
            assertThat(valuesOf(found, "customerId")).isEqualTo(valuesOf(fact, "customerId"));
            assertThat(valuesOf(found.event(), "customerId")).isEqualTo(valuesOf(fact.event(), "customerId"));
            assertThat(found.event()).hasFieldOrPropertyWithValue("customerId", "acme");
            assertThat(fact.event()).hasFieldOrPropertyWithValue("customerId", null);
        }

        private static List<String> valuesOf(Object fact, String without) throws ReflectiveOperationException {
            var values = new ArrayList<String>();
            for (var component : fact.getClass().getRecordComponents()) {
                if (!component.getName().equals(without)) {
                    values.add(
                            component.getName() + "=" + component.getAccessor().invoke(fact));
                }
            }
            return values;
        }
    }

    @Nested
    class Opening {
        @Test
        void isRecordedAsTold() {
            assertThat(opened(new UserId("anna")).of(ACME).event())
                    .isEqualTo(new TicketOpened(
                            "T-17", "acme", "anna", "how-to", "search", "introductory", "high", "open", WRONG, THEN));
        }

        @Test
        void belongsToTheCustomerOfWhoeverAsked() {
            assertThat(opened(new UserId("anna")).namedBy()).isEqualTo("user/anna");
        }

        @Test
        void belongsToTheCustomerOfTheTicketWhenNobodyKnowsWhoAsked() {
            assertThat(opened(null).namedBy()).isEqualTo("ticket/T-17");
        }
    }

    @Nested
    class Classifying {
        @Test
        void isRecordedWithoutWhatStaysAsItWas() {
            assertThat(classified(null, new FeatureName("quote"), null).event())
                    .isEqualTo(new TicketClassified("T-17", null, null, "quote", null, WRONG, THEN));
            assertThat(classified(TicketKind.DEFECT, null, Level.ADVANCED).event())
                    .isEqualTo(new TicketClassified("T-17", null, "defect", null, "advanced", WRONG, THEN));
        }

        @Test
        void saysSomething() {
            assertThatThrownBy(() -> classified(null, null, null)).isInstanceOf(InvalidValue.class);
        }

        @Test
        void belongsToTheCustomerOfTheTicket() {
            assertThat(classified(TicketKind.DEFECT, null, null).namedBy()).isEqualTo("ticket/T-17");
        }
    }

    @Nested
    class GoingOn {
        @Test
        void isRecordedAsTold() {
            assertThat(new RecordFirstResponse(TICKET, ACME, null, THEN).event())
                    .isEqualTo(new TicketFirstResponded("T-17", "acme", null, THEN));
            assertThat(new ChangeTicketStatus(TICKET, ACME, new Code("pending"), null, THEN).event())
                    .isEqualTo(new TicketStatusChanged("T-17", "acme", "pending", null, THEN));
            assertThat(new EscalateTicket(TICKET, ACME, null, THEN).event())
                    .isEqualTo(new TicketEscalated("T-17", "acme", null, THEN));
            assertThat(new ResolveTicket(TICKET, ACME, null, THEN).event())
                    .isEqualTo(new TicketResolved("T-17", "acme", null, THEN));
            assertThat(new ReopenTicket(TICKET, ACME, null, THEN).event())
                    .isEqualTo(new TicketReopened("T-17", "acme", null, THEN));
            assertThat(new CloseTicket(TICKET, ACME, null, THEN).event())
                    .isEqualTo(new TicketClosed("T-17", "acme", null, THEN));
            assertThat(new RateTicket(TICKET, ACME, new Rating(4), null, THEN).event())
                    .isEqualTo(new TicketRated("T-17", "acme", 4, null, THEN));
        }
    }

    private static OpenTicket opened(@Nullable UserId user) {
        return new OpenTicket(
                TICKET,
                null,
                user,
                TicketKind.HOW_TO,
                new FeatureName("search"),
                Level.INTRODUCTORY,
                TicketPriority.HIGH,
                new Code("open"),
                REPLACED,
                THEN);
    }

    private static ClassifyTicket classified(
            @Nullable TicketKind kind, @Nullable FeatureName feature, @Nullable Level level) {
        return new ClassifyTicket(TICKET, null, kind, feature, level, REPLACED, THEN);
    }
}
