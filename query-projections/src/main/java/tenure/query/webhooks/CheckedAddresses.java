package tenure.query.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks hosts up for connections. What it answers is what is connected to, so no later answer of a name server can lead
 * a connection elsewhere.
 */
@Component
class CheckedAddresses implements DnsResolver {

    /** Looks up all addresses of a host. */
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final Lookup lookup;
    private final boolean allowPrivate;

    @Autowired
    CheckedAddresses(@Value("${tenure.webhooks.allow-private-networks:false}") boolean allowPrivate) {
        this(InetAddress::getAllByName, allowPrivate);
    }

    CheckedAddresses(Lookup lookup, boolean allowPrivate) {
        this.lookup = lookup;
        this.allowPrivate = allowPrivate;
    }

    /**
     * All addresses of a host.
     *
     * @throws PrivateAddress       when one of them is not of the public internet
     * @throws UnknownHostException when there are none
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = lookup.of(host);
        for (var address : addresses) {
            if (!allowPrivate && !PublicAddresses.contain(address)) {
                throw new PrivateAddress(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** A host that is on a private network, so that Tenure would be a way into it. */
    static final class PrivateAddress extends UnknownHostException {
        PrivateAddress(String host) {
            super("The host " + host + " is on a private network.");
        }
    }
}
