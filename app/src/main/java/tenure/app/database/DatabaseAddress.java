package tenure.app.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and how to log on.
 *
 * @param jdbcUrl  without user and password
 * @param user     may be empty when the server knows who asks
 * @param password may be empty; never printed
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
    private static final int CONNECT_SECONDS = 5;

    /**
     * Reads {@code postgresql://user:password@host:port/database} or {@code jdbc:postgresql://…}.
     *
     * @throws DatabaseProblem when it is neither
     */
    public static DatabaseAddress parse(String url) {
        var plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        try {
            // JDBC's shorter forms (no host, several hosts) are no URIs with a host; the driver knows them.
            if (url.startsWith("jdbc:postgresql:") && (!plain.startsWith("postgresql://") || plain.contains(","))) {
                return new DatabaseAddress(url, "", "");
            }
            var uri = new URI(plain);
            var known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (!known || uri.getHost() == null || uri.getPath().length() < 2) {
                throw unreadable(null);
            }
            return fromUri(uri);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static DatabaseAddress fromUri(URI uri) {
        var user = "";
        var password = "";
        var userInfo = uri.getRawUserInfo();
        if (userInfo != null) {
            var colon = userInfo.indexOf(':');
            user = decode(colon < 0 ? userInfo : userInfo.substring(0, colon));
            password = colon < 0 ? "" : decode(userInfo.substring(colon + 1));
        }
        List<String> parameters = new ArrayList<>();
        for (var parameter :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&", -1)) {
            if (parameter.startsWith("user=")) {
                user = decode(parameter.substring("user=".length()));
            } else if (parameter.startsWith("password=")) {
                password = decode(parameter.substring("password=".length()));
            } else if (!parameter.isEmpty()) {
                parameters.add(parameter);
            }
        }
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query, user, password);
    }

    private static String decode(String text) {
        // A plus is a plus here, unlike in forms.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static DatabaseProblem unreadable(@Nullable Exception cause) {
        // The address itself may hold a password, so it is not repeated.
        return new DatabaseProblem(
                "The database address must look like postgresql://user:password@host:5432/database.", cause);
    }

    /** Opens one connection, outside any pool. */
    public Connection connect() throws SQLException {
        var properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "tenure");
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    /** Host, port and database, for messages. */
    public String place() {
        var query = jdbcUrl.indexOf('?');
        var place = query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
        return place.replace("jdbc:postgresql://", "").replace("jdbc:postgresql:", "");
    }

    @Override
    public String toString() {
        return place();
    }
}
