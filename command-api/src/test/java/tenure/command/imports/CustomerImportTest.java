package tenure.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.command.imports.ItemOutcome.Status;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class CustomerImportTest {

    private static final SourceFiles NO_FILES = new SourceFiles("nowhere", List.of());

    private final List<Integer> batches = new ArrayList<>();

    @Nested
    class AnImport {
        @Test
        void sendsBatchesOfAtMostAThousandAndTheRest() throws SourceRefused {
            var report = run(2_500, item -> ItemOutcome.of(Status.ACCEPTED));

            assertThat(batches).containsExactly(1_000, 1_000, 500);
            assertThat(report.count("report-usage-day", Status.ACCEPTED)).isEqualTo(2_500);
            assertThat(report.exitStatus()).isZero();
        }

        @Test
        void keepsTheOrderOfItemsAboutOneSubjectWhileOthersGoSideBySide() throws SourceRefused {
            var sent = new java.util.concurrent.ConcurrentHashMap<String, List<Long>>();
            var mapping = new SourceMapping() {
                @Override
                public String name() {
                    return "test";
                }

                @Override
                public void read(SourceFiles source, Receiver receiver) {
                    for (int index = 0; index < 20_000; index++) {
                        receiver.item(new ImportItem(
                                "usage.csv",
                                index,
                                "report-usage-day",
                                "k" + index,
                                "P-" + index % 7,
                                JsonNodeFactory.instance.objectNode()));
                    }
                }
            };

            var report = new CustomerImport(
                            items -> {
                                items.forEach(item -> sent.computeIfAbsent(item.subject(), id -> new ArrayList<>())
                                        .add(item.line()));
                                return items.stream()
                                        .map(item -> ItemOutcome.of(Status.ACCEPTED))
                                        .toList();
                            },
                            made -> {})
                    .run(mapping, NO_FILES);

            assertThat(report.count("report-usage-day", Status.ACCEPTED)).isEqualTo(20_000);
            assertThat(sent)
                    .hasSize(7)
                    .allSatisfy((subject, lines) -> assertThat(lines).isSorted());
        }

        @Test
        void tellsRefusalsWithFileAndLineAndKeepsAThousandOfThem() throws SourceRefused {
            var report = run(
                    1_200,
                    item -> item.line() == 7 ? ItemOutcome.of(Status.REPEATED) : ItemOutcome.refused("NO", "Because."));

            assertThat(report.problems()).hasSize(1_000);
            assertThat(report.problems().getFirst()).isEqualTo(new RowProblem("usage.csv", 2, "NO", "Because."));
            assertThat(report.problemsInAll()).isEqualTo(1_199);
            assertThat(report.asText()).contains("usage.csv:2  NO  Because.", "199 more", "report-usage-day");
            assertThat(report.exitStatus()).isEqualTo(1);
        }

        @Test
        void thatStopsSaysSo() throws SourceRefused {
            var report = run(10, item -> {
                throw new ImportStopped("Gone.");
            });

            assertThat(report.asText()).contains("Stopped before the end: Gone.");
            assertThat(report.exitStatus()).isEqualTo(2);
        }

        @Test
        void thatIsAskedToStopSendsNoMoreAndSaysSo() throws SourceRefused {
            var stopped = new AtomicReference<CustomerImport>();
            stopped.set(new CustomerImport(
                    sent -> {
                        batches.add(sent.size());
                        stopped.get().stop("It was asked to stop.");
                        return sent.stream()
                                .map(item -> ItemOutcome.of(Status.ACCEPTED))
                                .toList();
                    },
                    progress -> {}));

            var report = stopped.get().run(source(10_000), NO_FILES);

            assertThat(batches).hasSizeLessThan(4);
            assertThat(report.asText())
                    .contains("Stopped before the end: It was asked to stop. Repeating the import is safe.");
        }

        @Test
        void thatCouldNotReadTheRestOfAFileNeverSaysThatEverythingElseIsIn() throws SourceRefused {
            var report = new CustomerImport(
                            sent -> sent.stream()
                                    .map(item -> ItemOutcome.refused("NO", "Because."))
                                    .toList(),
                            progress -> {})
                    .run(
                            new SourceMapping() {
                                @Override
                                public String name() {
                                    return "test";
                                }

                                @Override
                                public void read(SourceFiles source, Receiver receiver) {
                                    items(2).forEach(receiver::item);
                                    receiver.problem(
                                            new RowProblem("usage.csv", 4, "REST_UNREADABLE", "It breaks off."));
                                }
                            },
                            NO_FILES);

            assertThat(report.asText())
                    .endsWith("What stands in usage.csv from line 4 on is NOT in, because it cannot be read. Besides,"
                            + " 2 rows were not taken, for the reasons above. Repeating the import with whole files is"
                            + " safe."
                            + System.lineSeparator())
                    .doesNotContain("everything else");
            assertThat(report.exitStatus()).isEqualTo(1);
        }

        @Test
        void ofAnUnknownMappingListsTheKnown() {
            assertThatThrownBy(() -> SourceMappings.named("salesforce"))
                    .isInstanceOf(SourceRefused.class)
                    .hasMessageContaining("There are: crmsim");
        }
    }

    @Nested
    class OverHttp {

        private final AtomicInteger requests = new AtomicInteger();
        private final List<String> bodies = new ArrayList<>();
        private HttpServer server;

        @BeforeEach
        void start() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.start();
        }

        @AfterEach
        void stop() {
            server.stop(0);
        }

        @Test
        void itemsGoAsLinesAndComeBackAsOutcomes() {
            answer(200, """
                    {"items":[{"index":0,"status":201,"replayed":false},{"index":1,"status":201,"replayed":true},
                    {"index":2,"status":200,"replayed":false},{"index":3,"status":409,"code":"NO","detail":"Because."}]}
                    """);

            assertThat(sink().send(items(4)))
                    .containsExactly(
                            ItemOutcome.of(Status.ACCEPTED),
                            ItemOutcome.of(Status.REPEATED),
                            ItemOutcome.of(Status.UNCHANGED),
                            ItemOutcome.refused("NO", "Because."));
            assertThat(bodies.getFirst().lines())
                    .hasSize(4)
                    .allSatisfy(line -> assertThat(
                                    JsonMapper.shared().readTree(line).propertyNames())
                            .containsExactly("command", "idempotencyKey", "body"));
        }

        @Test
        void aLostConnectionAndABusyServerAndAnItemInFlightAreTriedAgain() {
            server.createContext("/api/v1/commands", exchange -> {
                switch (requests.incrementAndGet()) {
                    case 1 -> exchange.close();
                    case 2 -> respond(exchange, 503, "{}");
                    case 3 -> respond(exchange, 200, "{\"items\":[{\"status\":409,\"code\":\"IN_FLIGHT\"}]}");
                    default -> respond(exchange, 200, "{\"items\":[{\"status\":201,\"replayed\":true}]}");
                }
            });

            assertThat(sink().send(items(1))).containsExactly(ItemOutcome.of(Status.REPEATED));
            assertThat(requests).hasValue(4);
        }

        @Test
        void aBatchWithAnItemThatFailedOnTheServerIsSentAgainSoThatNoRowIsLost() {
            server.createContext("/api/v1/commands", exchange -> {
                switch (requests.incrementAndGet()) {
                    case 1 -> respond(exchange, 200, """
                                {"items":[{"status":201,"replayed":false},{"status":503,"code":"LOG_BUSY"},
                                {"status":409,"code":"UNKNOWN_CUSTOMER"}]}
                                """);
                    case 2 -> respond(exchange, 500, "{}");
                    default -> respond(exchange, 200, """
                                {"items":[{"status":201,"replayed":true},{"status":201,"replayed":true},
                                {"status":201,"replayed":false}]}
                                """);
                }
            });

            assertThat(sink().send(items(3)))
                    .as("what this import recorded is not called repeated")
                    .containsExactly(
                            ItemOutcome.of(Status.ACCEPTED),
                            ItemOutcome.of(Status.REPEATED),
                            ItemOutcome.of(Status.ACCEPTED));
            assertThat(bodies.get(2)).isEqualTo(bodies.getFirst());
        }

        @Test
        void anItemThatGoesOnFailingStopsTheImportAndIsNamed() {
            answer(200, "{\"items\":[{\"status\":500,\"code\":\"UNEXPECTED\",\"detail\":\"Something failed.\"}]}");
            var sink = new HttpCommandSink(address(), "import:test", false, Duration.ofMillis(300));

            assertThatThrownBy(() -> sink.send(items(1)))
                    .isInstanceOf(ImportStopped.class)
                    .hasMessageEndingWith("did not take it: usage.csv:2  UNEXPECTED  Something failed.");
        }

        @Test
        void aServerThatIsNotThereStopsTheImport() {
            server.stop(0);
            var sink = new HttpCommandSink(address(), "import:test", false, Duration.ofMillis(300));

            assertThatThrownBy(() -> sink.send(items(1))).isInstanceOf(ImportStopped.class);
        }

        @Test
        void anythingThatIsNotABatchDoorStopsTheImport() {
            answer(200, "[]");
            assertThatThrownBy(() -> sink().send(items(1))).hasMessageContaining("not the batch door");
        }

        private void answer(int status, String body) {
            server.createContext("/api/v1/commands", exchange -> respond(exchange, status, body));
        }

        private void respond(HttpExchange exchange, int status, String body) throws IOException {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        private HttpCommandSink sink() {
            return new HttpCommandSink(address(), "import:test", false, Duration.ofSeconds(20));
        }

        private URI address() {
            return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        }
    }

    private ImportReport run(int items, Function<ImportItem, ItemOutcome> outcome) throws SourceRefused {
        CommandSink sink = sent -> {
            batches.add(sent.size());
            return sent.stream().map(outcome).toList();
        };
        return new CustomerImport(sink, progress -> {}).run(source(items), NO_FILES);
    }

    private static SourceMapping source(int items) {
        return new SourceMapping() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public void read(SourceFiles source, Receiver receiver) {
                items(items).forEach(receiver::item);
            }
        };
    }

    private static List<ImportItem> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> new ImportItem(
                        "usage.csv",
                        index + 2L,
                        "report-usage-day",
                        "k" + index,
                        "P-1",
                        JsonNodeFactory.instance.objectNode()))
                .collect(Collectors.toList());
    }
}
