package tenure.query.webhooks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of requests that manage endpoints. */
final class WebhookRequest {

    private WebhookRequest() {}

    /**
     * A new endpoint.
     *
     * @param url         begins with https://
     * @param types       stored names of the events that are wanted; none or null means all
     * @param customerId  only events of this customer; null means of all
     * @param description for people
     * @param after       position behind which to begin; null begins with what is recorded from now on
     */
    @Schema(requiredProperties = "url")
    record NewWebhook(
            @Nullable String url,
            @Nullable List<String> types,
            @Nullable String customerId,
            @Nullable String description,
            @Nullable Long after) {}

    /**
     * What is to change.
     *
     * @param enabled whether events are delivered; null leaves that as it is
     * @param after   goes on behind this position, forward or back; null goes on where it is
     */
    @Schema
    record WebhookChange(
            @Nullable Boolean enabled, @Nullable Long after) {}
}
