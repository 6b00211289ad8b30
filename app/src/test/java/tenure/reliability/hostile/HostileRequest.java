package tenure.reliability.hostile;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A request that an operation has to cope with.
 *
 * @param target path and query, encoded
 * @param body   null when none is sent
 */
record HostileRequest(String method, String target, List<String> headers, byte @Nullable [] body) {

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/x-ndjson",
            "text/plain",
            "text/csv",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "a/b",
            "application/*",
            ";");

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD");

    /** One that fits in half of all cases but for a place or two, and in none of the others. */
    static HostileRequest to(Operation operation, SplittableRandom random) {
        boolean fits = random.nextInt(4) == 0;
        var headers = new ArrayList<String>();
        var query = new ArrayList<String>();
        var path = operation.path();
        for (var parameter : operation.parameters()) {
            switch (parameter.in()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", parameter(parameter, fits, random));
                case "query" -> {
                    if (random.nextInt(3) == 0) {
                        query.add(parameter.name() + "=" + parameter(parameter, fits, random));
                    }
                }
                default -> {
                    if (!fits && random.nextInt(10) == 0) {
                        headers.addAll(List.of(parameter.name(), HostileText.header(random)));
                    }
                }
            }
        }
        if (!fits && random.nextInt(20) == 0) {
            query.add(HostileText.parameter(random) + "=" + HostileText.parameter(random));
        }
        if (!fits && random.nextInt(20) == 0) {
            headers.addAll(List.of("traceparent", HostileText.header(random)));
        }
        byte[] body = body(operation, fits, random);
        if (body != null) {
            boolean usual = fits || random.nextInt(20) > 0;
            headers.addAll(List.of("Content-Type", usual ? usualType(operation, random) : anyOf(TYPES, random)));
        }
        boolean usualMethod = fits || random.nextInt(50) > 0;
        return new HostileRequest(
                usualMethod ? operation.method() : anyOf(METHODS, random),
                path + (query.isEmpty() ? "" : "?" + String.join("&", query)),
                headers,
                body);
    }

    private static String usualType(Operation operation, SplittableRandom random) {
        return operation.types().isEmpty() ? "application/json" : anyOf(operation.types(), random);
    }

    private static String anyOf(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    private static String parameter(Operation.Parameter parameter, boolean fits, SplittableRandom random) {
        if (!fits && random.nextInt(3) == 0) {
            return HostileText.parameter(random);
        }
        var value = new HostileBody(random, 0).of(parameter.schema());
        return parameter.in().equals("path") && value.startsWith("\"")
                ? HostileBody.anId(random)
                : value.replace("\"", "")
                        .replace("{", "%7B")
                        .replace("}", "%7D")
                        .replace("[", "")
                        .replace("]", "");
    }

    private static byte @Nullable [] body(Operation operation, boolean fits, SplittableRandom random) {
        if (operation.body() == null) {
            return !fits && random.nextInt(50) == 0 ? bytes(HostileText.body(random)) : null;
        }
        if (fits) {
            return bytes(new HostileBody(random, 0).of(operation.body()));
        }
        return switch (random.nextInt(20)) {
            case 0 -> bytes(HostileText.body(random));
            case 1 -> cut(bytes(new HostileBody(random, 0).of(operation.body())), random);
            case 2 -> scribbledOver(bytes(new HostileBody(random, 0).of(operation.body())), random);
            default -> bytes(new HostileBody(random, 4 + random.nextInt(12)).of(operation.body()));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] cut(byte[] body, SplittableRandom random) {
        return Arrays.copyOf(body, random.nextInt(body.length + 1));
    }

    private static byte[] scribbledOver(byte[] body, SplittableRandom random) {
        for (int i = 1 + random.nextInt(3); i > 0 && body.length > 0; i--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    /** Whether it is so large that the server may hang up while it is still being sent. */
    boolean isHuge() {
        return body != null && body.length > 1_000_000;
    }

    HttpRequest to(URI base) {
        var request = HttpRequest.newBuilder(URI.create(base + target))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request.build();
    }

    @Override
    public String toString() {
        var text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return method + " " + target + " " + headers + " " + text.substring(0, Math.min(text.length(), 500));
    }
}
