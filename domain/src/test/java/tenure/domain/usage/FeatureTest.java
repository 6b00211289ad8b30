package tenure.domain.usage;

import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.domain.shared.Label;
import tenure.domain.shared.Level;
import tenure.domain.usage.UsageCommand.CatalogFeature;
import tenure.domain.usage.event.FeatureCataloged;

class FeatureTest {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

    private final AggregateTestFixture<Feature> feature = new AggregateTestFixture<>(Feature.class);

    @BeforeEach
    void registerTheHandler() {
        feature.registerAnnotatedCommandHandler(new FeatureCatalog(feature.getRepository()));
    }

    @Nested
    class Cataloging {
        @Test
        void isRecordedTheFirstTime() {
            feature.givenNoPriorActivity()
                    .when(catalog(Level.CORE, "crm", THEN))
                    .expectEvents(cataloged("core", "crm", THEN));
        }

        @Test
        void changesNothingWhenTheEntryIsTheSameAtALaterTime() {
            feature.given(cataloged("core", null, THEN))
                    .when(catalog(Level.CORE, null, LATER))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRecordedWhenTheEntryDiffers() {
            feature.given(cataloged("core", "crm", THEN))
                    .when(catalog(Level.ADVANCED, "crm", LATER))
                    .expectEvents(cataloged("advanced", "crm", LATER));
            feature.given(cataloged("core", "crm", THEN))
                    .when(catalog(Level.CORE, null, LATER))
                    .expectEvents(cataloged("core", null, LATER));
        }
    }

    private static CatalogFeature catalog(Level level, @Nullable String product, Instant occurredAt) {
        return new CatalogFeature(
                new FeatureName("Quote sent"), level, product == null ? null : new Label(product), true, occurredAt);
    }

    private static FeatureCataloged cataloged(String level, @Nullable String product, Instant occurredAt) {
        return new FeatureCataloged("Quote sent", level, product, true, occurredAt);
    }
}
