package tenure.query.webhooks;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Tells addresses of the public internet from those of this machine, of networks around it and of no use. */
final class PublicAddresses {

    private static final List<Network> PRIVATE_4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10", // behind a carrier's translation
            "127.0.0.0/8",
            "169.254.0.0/16", // link-local, and the metadata of clouds
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3"); // multicast, reserved, broadcast

    /** Everything that has been given out lies here; loopback, link-local, unique-local and multicast do not. */
    private static final Network GLOBAL_6 = Network.parse("2000::/3");

    private static final List<Network> PRIVATE_6 = networks(
            "2001::/23", // protocols, among them tunnels that carry another address inside
            "2001:db8::/32",
            "2002::/16", // carries an IPv4 address inside
            "3fff::/20");

    /** An IPv4 address in its last four bytes, as given out where there is IPv6 only. */
    private static final Network TRANSLATED = Network.parse("64:ff9b::/96");

    private PublicAddresses() {}

    /** Whether anybody may be sent there. */
    static boolean contain(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == 4) {
            return isPublic4(bytes);
        }
        if (TRANSLATED.contains(bytes)) {
            return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
        }
        return GLOBAL_6.contains(bytes) && PRIVATE_6.stream().noneMatch(network -> network.contains(bytes));
    }

    private static boolean isPublic4(byte[] address) {
        return PRIVATE_4.stream().noneMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... networks) {
        return Arrays.stream(networks).map(Network::parse).toList();
    }

    private record Network(byte[] prefix, int bits) {

        static Network parse(String text) {
            var parts = text.split("/", 2);
            return new Network(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                if (((address[bit / 8] ^ prefix[bit / 8]) & (0x80 >> bit % 8)) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
