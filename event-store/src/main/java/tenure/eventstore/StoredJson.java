package tenure.eventstore;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How events are written into the log and read back. Apart from the JSON of requests and answers, as what is stored must
 * stay readable whatever those become: a component that a newer release added is no reason to fail. What is null is left
 * out, and what was left out is read as null.
 */
public final class StoredJson {

    private StoredJson() {}

    /** The mapper of what is stored. */
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule("stored").addDeserializer(Instant.class, new StoredInstant()))
                .build();
    }
}
