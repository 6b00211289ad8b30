package tenure.query.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tenure.query.shared.Refusals;
import tenure.query.webhooks.CheckedAddresses.PrivateAddress;

/** Decides which addresses events may be delivered to. */
@Component
class TargetUrls {

    private static final int LONGEST = 2_000;

    private final CheckedAddresses addresses;
    private final boolean allowHttp;

    TargetUrls(CheckedAddresses addresses, @Value("${tenure.webhooks.allow-http:false}") boolean allowHttp) {
        this.addresses = addresses;
        this.allowHttp = allowHttp;
    }

    /** Refuses an address that is none, is not https, or leads into a private network. */
    void require(String url) {
        var uri = parse(url);
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(allowHttp && scheme.equals("http"))) {
            throw refused("HTTPS_NEEDED", "The url must begin with https://.");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw refused("INVALID_URL", "The url must have a host, and neither user, password nor fragment.");
        }
        var host = uri.getHost().replaceAll("^\\[(.*)]$", "$1");
        try {
            addresses.resolve(host);
        } catch (PrivateAddress e) {
            throw refused(
                    "PRIVATE_ADDRESS",
                    e.getMessage() + " Tenure delivers to public addresses only, unless it is started with"
                            + " TENURE_WEBHOOKS_ALLOW_PRIVATE_NETWORKS=true.");
        } catch (UnknownHostException e) {
            throw refused("UNKNOWN_HOST", "The host " + host + " cannot be found.");
        }
    }

    private static URI parse(String url) {
        if (url.length() > LONGEST) {
            throw refused("INVALID_URL", "The url may have " + LONGEST + " characters at most.");
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw refused("INVALID_URL", "The url is none: " + e.getReason() + ".");
        }
    }

    private static RuntimeException refused(String code, String detail) {
        return Refusals.badParameter("url", code, detail);
    }
}
