package tenure.reliability.hostile;

import java.util.List;
import java.util.SplittableRandom;

/** What nobody in his right mind sends. */
final class HostileText {

    /** JSON values, as they stand in a body. Some are none. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "-0",
            "1.0",
            "1e2",
            "0.1",
            "1e400",
            "-1e400",
            "1E-400",
            "9007199254740993",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999",
            "NaN",
            "Infinity",
            "0x10",
            "01",
            "+1",
            "1.",
            ".5",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\uffff\"",
            "\"\\u202egnp.exe\"",
            "\"\uD83D\uDE00\uD83D\uDE00\"",
            "\"e\u0301\u0301\u0301\u0301\"",
            "\"\u200B\"",
            "\"\t\"",
            "\"\\t\\n\"",
            "\"'; drop table eventstore.event; --\"",
            "\"${jndi:ldap://127.0.0.1/a}\"",
            "\"<script>alert(1)</script>\"",
            "\"../../../etc/passwd\"",
            "\"%s%n%x\"",
            "\"{{7*7}}\"",
            "\"=1+1\"",
            "\"true\"",
            "\"1\"",
            "\"10000-01-01\"",
            "\"9999-12-31\"",
            "\"2199-12-31\"",
            "\"1900-01-01\"",
            "\"0000-01-01\"",
            "\"-0001-01-01\"",
            "\"2024-02-30\"",
            "\"2024-13-01\"",
            "\"2024-1-1\"",
            "\"2024-01-01T00:00:00Z\"",
            "\"2024-01-01T00:00:00\"",
            "\"2024-01-01T24:00:00Z\"",
            "\"2016-12-31T23:59:60Z\"",
            "\"+10000-01-01T00:00:00Z\"",
            "\"2199-12-31T23:59:59.999999999Z\"",
            "\"1900-01-01T00:00:00+18:00\"",
            "\"2024-01-01T00:00:00+99:00\"",
            "\"2024-01-01T00:00:00[Europe/Berlin]\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "{\"\":\"\"}",
            "{\"a\":{\"a\":{\"a\":{}}}}",
            "{\"__proto__\":{\"a\":1}}",
            "{\"@class\":\"java.lang.Runtime\"}",
            "[\"java.lang.Runtime\",{}]",
            "undefined",
            "'a'",
            "",
            "\"",
            "{",
            "[1,",
            "//",
            "/*");

    /** Bodies that are wrong as a whole. */
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "1",
            "\"\"",
            "[]",
            "{}",
            "[[[]]]",
            "{",
            "}",
            "{}{}",
            "{}\n{}",
            "\uFEFF{}",
            "{\"a\":1,\"a\":2}",
            "<xml/>",
            "a=b&c=d",
            "---\na: b",
            "[1e400]",
            "[\"\\ud800\"]",
            "\u0000",
            "{\"command\":1}",
            "[{\"command\":\"nothing\",\"body\":{}}]");

    private static final List<String> PARAMETERS = List.of(
            "",
            "%00",
            "%20",
            "%ff",
            "%ed%a0%80",
            "-1",
            "0",
            "1e9",
            "99999999999999999999",
            "NaN",
            "null",
            "true",
            "..",
            ".",
            "%2e%2e%2f%2e%2e",
            "%252e",
            "a%2Fb",
            "a%5Cb",
            "%3B",
            "%27%3B--",
            "%24%7Bjndi%7D",
            "%F0%9F%98%80",
            "2024-02-30",
            "10000-01-01",
            "0000-01-01",
            "-0001-01-01",
            "1899-12-31",
            "2200-01-01",
            "2199-12-31",
            "1900-01-01",
            "2024-01-01T00:00:00Z",
            "eyJhIjoxfQ",
            "AAAA",
            "%2B",
            "%25",
            "%0d%0aX:%20y");

    private static final List<String> HEADERS = List.of(
            "",
            " ",
            "a",
            "\"",
            "\"1\"",
            "\"-1\"",
            "\"99999999999999999999\"",
            "W/\"1\"",
            "*",
            "\"1\", \"2\"",
            "../..",
            "\u00e4\u00f6",
            "00-00000000000000000000000000000000-0000000000000000-00",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "a,b;c=d",
            "${jndi:ldap://127.0.0.1/a}");

    private static final int LONG = 10_000_000;
    private static final int DEEP = 100_000;

    private HostileText() {}

    /** A value for a place in a body; the huge ones are rare, as each costs as much as a thousand others. */
    static String value(SplittableRandom random) {
        if (random.nextInt(5_000) == 0) {
            return '"' + "a".repeat(LONG) + '"';
        }
        return switch (random.nextInt(400)) {
            case 0 -> "[".repeat(DEEP);
            case 1 -> "{\"a\":".repeat(DEEP);
            case 2 -> "[".repeat(DEEP) + "]".repeat(DEEP);
            case 3 -> "1".repeat(DEEP);
            case 4 -> "0." + "1".repeat(DEEP);
            case 5 -> '"' + "\uD83D\uDE00".repeat(1_000) + '"';
            case 6 -> '"' + "a".repeat(100_000) + '"';
            default -> pick(VALUES, random);
        };
    }

    static String body(SplittableRandom random) {
        return pick(BODIES, random);
    }

    /** Part of a path or a query, percent-encoded as it is sent. */
    static String parameter(SplittableRandom random) {
        return random.nextInt(50) == 0 ? "a".repeat(1 + random.nextInt(5_000)) : pick(PARAMETERS, random);
    }

    static String header(SplittableRandom random) {
        return random.nextInt(20) == 0 ? "k".repeat(255 + random.nextInt(2)) : pick(HEADERS, random);
    }

    private static String pick(List<String> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
