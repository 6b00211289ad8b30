package tenure.query.shared;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says in the API description what the code says already: every component of an answer is always there, and those marked
 * as nullable may be null. Without it a generated client would have to doubt every field. Two records of one name are
 * refused, since the description would show the first of them in both places.
 */
@Component
class RecordSchemas implements ModelConverter {

    /** On a record that is asked for, and not answered: it says itself what must not be left out. */
    private static final Class<io.swagger.v3.oas.annotations.media.Schema> ASKED =
            io.swagger.v3.oas.annotations.media.Schema.class;

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var resolved = chain.next().resolve(type, context, chain);
        JavaType javaType = Json.mapper().constructType(type.getType());
        var raw = javaType == null ? null : javaType.getRawClass();
        if (raw != null && raw.isRecord() && raw.getPackageName().startsWith("tenure")) {
            mustBeTheOnlyOneOfItsName(raw);
        }
        if (raw != null && raw.isRecord() && raw.getPackageName().startsWith("tenure.query")) {
            Schema<?> defined = context.getDefinedModels().get(raw.getSimpleName());
            if (defined != null) {
                describe(defined, raw.getRecordComponents());
                if (raw.isAnnotationPresent(ASKED)) {
                    defined.setRequired(List.of(raw.getAnnotation(ASKED).requiredProperties()));
                }
            }
        }
        return resolved;
    }

    private void mustBeTheOnlyOneOfItsName(Class<?> type) {
        var other = named.putIfAbsent(type.getSimpleName(), type);
        if (other != null && other != type) {
            throw new IllegalStateException(
                    "The API description would have one schema for %s and %s; rename one of them."
                            .formatted(other.getName(), type.getName()));
        }
    }

    private static void describe(Schema<?> schema, RecordComponent[] components) {
        Set<String> required = new LinkedHashSet<>();
        for (var component : components) {
            required.add(component.getName());
            var property = schema.getProperties().get(component.getName());
            if (property != null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.getProperties().put(component.getName(), orNull(property));
            }
        }
        schema.setRequired(List.copyOf(required));
    }

    private static Schema<?> orNull(Schema<?> schema) {
        var nothing = new Schema<>();
        nothing.setTypes(Set.of("null"));
        if (schema.get$ref() != null) {
            var either = new Schema<>();
            either.setOneOf(List.of(schema, nothing));
            return either;
        }
        if (schema.getTypes() != null && !schema.getTypes().contains("null")) {
            var types = new LinkedHashSet<>(schema.getTypes());
            types.add("null");
            schema.setTypes(types);
        }
        return schema;
    }
}
