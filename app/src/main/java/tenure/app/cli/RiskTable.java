package tenure.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** How good the model in force and learned ones are, side by side. */
final class RiskTable {

    private final PrintWriter out;
    private final JsonNode one;
    private final JsonNode other;

    private RiskTable(PrintWriter out, JsonNode one, JsonNode other) {
        this.out = out;
        this.one = one;
        this.other = other;
    }

    /**
     * Prints it.
     *
     * @param evaluation of the model in force
     * @param walked     of models that were learned month by month
     * @param learned    what was learned from all of history
     */
    static void print(PrintWriter out, JsonNode evaluation, JsonNode walked, JsonNode learned) {
        out.printf(
                "Month ends %s to %s, loss within %d days, as of %s.%n%n",
                evaluation.path("from").asString(""),
                evaluation.path("to").asString(""),
                evaluation.at("/model/horizonDays").asInt(),
                evaluation.path("asOf").asString(""));
        out.printf("%-28s %26s %26s%n", "", evaluation.at("/model/modelId").asString(""), "learned");
        new RiskTable(out, evaluation.path("quality"), walked.path("quality")).rows();
        out.printf(
                "%n%s: %s%n",
                evaluation.at("/model/modelId").asString(""),
                evaluation.at("/quality/verdict").asString(""));
        out.printf(
                "Learned month by month (%s): %s%n",
                months(walked), walked.path("sentence").asString(""));
        out.printf("Learned now: %s%n", learned.path("sentence").asString(""));
        out.flush();
    }

    private static String months(JsonNode walked) {
        var months = walked.path("months");
        long accepted = months.valueStream()
                .filter(month -> month.path("accepted").asBoolean())
                .count();
        return "a model at %d of %d month ends".formatted(accepted, months.size());
    }

    private void rows() {
        whole("observations", "/rows");
        whole("customers", "/customers");
        whole("customers lost", "/lostCustomers");
        within("AUC", "/auc/value", "/auc/interval", 3);
        within("lift of the riskiest tenth", "/lift", "/liftInterval", 1);
        within("Brier", "/brier/score", "/brierInterval", 4);
        number("Brier of the constant rate", "/brier/ofConstantRate");
        var points = one.at("/leadTime/points");
        for (var point = 0; point < points.size(); point++) {
            percent(
                    "flagged " + points.get(point).path("daysBefore").asInt() + " days before",
                    "/leadTime/points/" + point + "/share",
                    "/leadTime/points/" + point + "/interval");
        }
        percent("flagged of those who stayed", "/leadTime/retainedRate", "/leadTime/retainedRate");
        number("flags a week and colleague", "/alertLoad/perWeekAndCsm");
        percent("flags followed by a loss", "/alertLoad/precision", "/alertLoad/interval");
    }

    private void row(String what, String left, String right) {
        out.printf("%-28s %26s %26s%n", what, left, right);
    }

    private void whole(String what, String path) {
        row(what, whole(one.at(path)), whole(other.at(path)));
    }

    private static String whole(JsonNode value) {
        return value.isNumber() ? String.valueOf(value.asLong()) : "-";
    }

    private void number(String what, String path) {
        row(what, number(one.at(path), 4), number(other.at(path), 4));
    }

    private static String number(JsonNode value, int places) {
        return value.isNumber() ? String.format(Locale.ROOT, "%." + places + "f", value.asDouble()) : "-";
    }

    private void within(String what, String path, String interval, int places) {
        row(what, within(one, path, interval, places), within(other, path, interval, places));
    }

    private static String within(JsonNode quality, String path, String interval, int places) {
        var value = number(quality.at(path), places);
        var from = number(quality.at(interval + "/from"), places);
        var to = number(quality.at(interval + "/to"), places);
        return from.equals("-") ? value : "%s (%s to %s)".formatted(value, from, to);
    }

    private void percent(String what, String path, String interval) {
        row(what, percent(one.at(path), one.at(interval)), percent(other.at(path), other.at(interval)));
    }

    private static String percent(JsonNode share, JsonNode interval) {
        if (!share.isNumber()) {
            return "-";
        }
        var percent = String.format(Locale.ROOT, "%.1f %%", 100 * share.asDouble());
        return interval.isObject()
                ? String.format(
                        Locale.ROOT,
                        "%s (%.0f to %.0f)",
                        percent,
                        100 * interval.path("from").asDouble(),
                        100 * interval.path("to").asDouble())
                : percent;
    }
}
