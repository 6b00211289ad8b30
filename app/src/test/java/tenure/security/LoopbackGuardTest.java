package tenure.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tenure.security.RawHttp.Answer;

class LoopbackGuardTest {
    private static ConfigurableApplicationContext context;
    private static RawHttp http;

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(Web.class)
                .initializers(started -> ((GenericApplicationContext) started)
                        .registerBean("routes", RouterFunction.class, LoopbackGuardTest::routes))
                // Nothing here asks the database, so it need not be there.
                .run("--server.port=0", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none");
        http = new RawHttp(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Nested
    class TheHost {
        @ParameterizedTest
        @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "localhost:8080", "LocalHost:1", "[::1]:8080"})
        void mayBeThisMachine(String host) throws IOException {
            assertThat(get("/api/fixed", host).status()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "evil.example",
                    "localhost.evil.example",
                    "127.0.0.1.evil.example",
                    "127.0.0.2",
                    "0.0.0.0",
                    "[::ffff:7f00:1]",
                    "evil.example:8080"
                })
        void mayNotBeAnythingElse(String host) throws IOException {
            var answer = get("/api/fixed", host);
            assertThat(answer.status()).isEqualTo(421);
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"HOST_NOT_ALLOWED\"", "\"outcome\":\"not_applied\"");
        }

        @Test
        void mayNotBeMissing() throws IOException {
            assertThat(http.send("GET /api/fixed HTTP/1.0").status()).isEqualTo(421);
        }

        @Test
        void mayNotDifferFromTheAddressAskedFor() throws IOException {
            assertThat(http.send("GET http://evil.example/api/fixed HTTP/1.1", "Host: localhost")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class AChange {
        @Test
        void mayComeFromAProgram() throws IOException {
            assertThat(post().status()).isEqualTo(200);
        }

        @Test
        void mayComeFromThePageItself() throws IOException {
            assertThat(post("Origin: http://localhost:8080", "Sec-Fetch-Site: same-origin")
                            .status())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Origin: https://evil.example",
                    "Origin: null",
                    "Origin: http://localhost:3000",
                    "Origin: http://127.0.0.1:8080",
                    "Origin: http://localhost:8080.evil.example",
                    "Origin: ",
                    "Sec-Fetch-Site: cross-site",
                    "Sec-Fetch-Site: same-site"
                })
        void mayNotComeFromAnotherPage(String header) throws IOException {
            var answer = post(header);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).contains("\"code\":\"ORIGIN_NOT_ALLOWED\"");
        }
    }

    @Nested
    class AnAnswer {
        @ParameterizedTest
        @ValueSource(strings = {"/", "/api/fixed", "/api/none", "/assets/none.js", "/api/broken", "/a|b"})
        void tellsTheBrowserWhatItMustNotDo(String path) throws IOException {
            var answer = get(path, "localhost:8080");
            assertThat(answer.header("Content-Security-Policy"))
                    .hasValue("default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
                            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:");
            assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.header("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        }

        @Test
        void ofTheApiIsNotStored() throws IOException {
            assertThat(get("/api/fixed", "localhost").header("Cache-Control")).hasValue("no-store");
        }

        @Test
        void ofTheApiMayBeCheckedAgainWhenItIsTagged() throws IOException {
            assertThat(get("/api/tagged", "localhost").header("Cache-Control")).hasValue("private, no-cache");
        }

        @Test
        void ofTheApiMayChooseForItself() throws IOException {
            assertThat(get("/api/chosen", "localhost").header("Cache-Control")).hasValue("max-age=60");
        }

        @Test
        void saysNothingAboutTheInsideWhenSomethingBreaks() throws IOException {
            var answer = get("/api/broken", "localhost");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("\"code\":\"INTERNAL_SERVER_ERROR\"", "\"outcome\":\"unknown\"")
                    .doesNotContain("canary");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api", "/api/none", "/assets/none.js", "/v3/none", "/actuator", "/actuator/env"})
        void isAProblemWhereThereIsNothing(String path) throws IOException {
            var answer = get(path, "localhost");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        }

        @Test
        void isAProblemEvenWhenTomcatRefuses() throws IOException {
            var answer = http.send("GET / HTTP/1.1", "Host: localhost", "Padding: " + "a".repeat(20_000));
            assertThat(answer.status()).isIn(400, 431);
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/", "/customers/P-0001.b", "/funnels/adoption?asOf=2023-06-30"})
        void isThePageWhereThePageFindsItsOwnWay(String path) throws IOException {
            var answer = get(path, "localhost");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type").orElse("")).startsWith("text/html");
            assertThat(answer.header("Cache-Control")).hasValue("no-cache");
        }
    }

    private static Answer get(String path, String host) throws IOException {
        return http.send("GET " + path + " HTTP/1.1", "Host: " + host);
    }

    private static Answer post(String... headers) throws IOException {
        return http.send(
                "POST /api/change HTTP/1.1",
                "Host: localhost:8080",
                "Content-Length: 0",
                String.join("\r\n", headers.length == 0 ? List.of("Accept: */*") : List.of(headers)));
    }

    private static RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(
                        "/api/fixed",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body("{}"))
                .GET("/api/tagged", request -> ServerResponse.ok().eTag("\"1\"").build())
                .GET(
                        "/api/chosen",
                        request -> ServerResponse.ok()
                                .header("Cache-Control", "max-age=60")
                                .build())
                .GET("/api/broken", request -> {
                    throw new IllegalStateException("canary");
                })
                .POST("/api/change", request -> ServerResponse.ok().build())
                .build();
    }

    /** The web side alone. Not annotated as a configuration, so that the scan of the whole application passes it by. */
    @EnableAutoConfiguration
    @ComponentScan({"tenure.app.security", "tenure.app.web"})
    static class Web {}
}
