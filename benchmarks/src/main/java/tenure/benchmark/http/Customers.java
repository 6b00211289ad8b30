package tenure.benchmark.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The customers that the commands and the usage are about: each with one license and one user. */
final class Customers {

    /** How many there are; their numbers begin with 0. */
    static final int COUNT = 1_600;

    private static final int ITEMS = 400;

    private Customers() {}

    /** Registers all of them. */
    static void register(URI tenure) throws IOException {
        var commands = new ArrayList<String>();
        for (int number = 0; number < COUNT; number++) {
            commands.add(command("register-customer", """
                    {"customerId":"c-%d","name":"Company","registeredOn":"2024-01-01"}""".formatted(number)));
            commands.add(command("sell-license", """
                    {"licenseId":"l-%1$d","customerId":"c-%1$d","product":"crm","plan":"standard","seats":5,\
                    "pricePerSeatMinorUnits":1900,"currency":"EUR","startsOn":"2024-01-01","endsOn":"2034-01-01",\
                    "autoRenew":true}""".formatted(number)));
            commands.add(command("invite-user", """
                    {"userId":"u-%1$d","customerId":"c-%1$d"}""".formatted(number)));
        }
        try (var connection = new KeptConnection(tenure)) {
            for (int from = 0; from < commands.size(); from += ITEMS) {
                send(connection, commands.subList(from, Math.min(commands.size(), from + ITEMS)));
            }
        }
    }

    private static String command(String name, String body) {
        return "{\"command\":\"" + name + "\",\"body\":" + body + "}";
    }

    private static void send(KeptConnection connection, List<String> commands) throws IOException {
        var response = connection.post(
                "/api/v1/commands",
                "application/x-ndjson",
                "",
                String.join("\n", commands).getBytes(StandardCharsets.UTF_8));
        if (response.status() != 200 || response.body().contains("\"code\"")) {
            throw new IllegalStateException("Tenure refused the customers: " + response);
        }
    }
}
