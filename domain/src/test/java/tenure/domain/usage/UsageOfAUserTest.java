package tenure.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Count;
import tenure.domain.shared.EventId;
import tenure.domain.shared.InvalidValue;
import tenure.domain.usage.UsageCommand.RecordFeatureUse;
import tenure.domain.usage.UsageCommand.RecordLogOn;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.user.UserId;

class UsageOfAUserTest {

    private static final Instant THEN = Instant.parse("2026-03-01T08:00:00Z");
    private static final UserId ANNA = new UserId("anna");
    private static final CustomerId ACME = new CustomerId("acme");
    private static final String WRONG = "01980c2e-6f1a-7c3b-9d4e-2a5b6c7d8e9f";

    @Test
    void isKeptByTheUserWhileNobodyKnowsTheCustomer() {
        var logOn = new RecordLogOn(ANNA, null, null, THEN);
        var use = use(1);

        assertThat(logOn.stream()).isEqualTo("usage-of/anna");
        assertThat(logOn.event()).isEqualTo(new LoggedOn("anna", null, null, THEN));
        assertThat(use.stream()).isEqualTo("usage-of/anna");
        assertThat(use.event()).isEqualTo(new FeatureUsed("anna", null, "quote", 1, null, THEN));
    }

    @Test
    void goesToTheCustomerThatTheUserIsKnownToBelongTo() {
        var logOn = new RecordLogOn(ANNA, null, new EventId(WRONG), THEN);

        assertThat(logOn.namedBy()).isEqualTo("user/anna");
        assertThat(logOn.of(ACME).stream()).isEqualTo("usage/acme");
        assertThat(logOn.of(ACME).event()).isEqualTo(new LoggedOn("anna", "acme", WRONG, THEN));
        assertThat(use(3).of(ACME).stream()).isEqualTo("usage/acme");
        assertThat(use(3).of(ACME).event()).isEqualTo(new FeatureUsed("anna", "acme", "quote", 3, null, THEN));
    }

    @Test
    void isSomething() {
        assertThat(catchThrowableOfType(InvalidValue.class, () -> use(0)).component())
                .isEqualTo("count");
    }

    private static RecordFeatureUse use(long count) {
        return new RecordFeatureUse(ANNA, null, new FeatureName("quote"), new Count(count), null, THEN);
    }
}
