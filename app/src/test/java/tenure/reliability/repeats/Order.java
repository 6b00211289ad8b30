package tenure.reliability.repeats;

/** One thing to be done, under its key. */
record Order(String key, String command, String body) {

    /** The n-th: decisions and facts in turn, one of which changes nothing. */
    static Order number(int n) {
        var key = "R-" + n;
        return switch (n % 4) {
            case 0 -> new Order(key, "register-customer", registration("R-" + n, "R-" + n));
            // A fact is recorded as often as it is told, so that only its key keeps it from being told twice.
            case 1, 2 -> usage(key, n, n % 1_000);
            default -> new Order(key, "define-funnel", funnel());
        };
    }

    /** The same key for something else. */
    Order changed() {
        return usage(key, 0, 1_000_000);
    }

    /** Part of a batch. */
    String asItem() {
        return "{\"command\":\"%s\",\"idempotencyKey\":\"%s\",\"body\":%s}".formatted(command, key, body);
    }

    private static Order usage(String key, int n, int actions) {
        return new Order(key, "report-usage-day", """
                {"customerId":"U-%d","day":"2024-01-%02d","activeUsers":1,"actions":%d}""".formatted(n % 50, 1 + n % 28, actions));
    }

    private static String registration(String customer, String name) {
        return """
                {"customerId":"%s","name":"%s","registeredOn":"2024-01-01","profile":{}}""".formatted(customer, name);
    }

    private static String funnel() {
        return """
                {"funnelId":"repeats","name":"Repeats","entryEvent":"customer.registered",
                 "steps":[{"name":"Use","event":"usage.day-reported","fromDay":0,"toDay":30}],"occurredAt":"2024-01-01T00:00:00Z"}""";
    }
}
