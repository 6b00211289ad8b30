package tenure.query.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;
import tenure.query.webhooks.CheckedAddresses.PrivateAddress;

/** Nobody can use Tenure to reach what only Tenure can reach. */
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "169.254.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a9fe:a9fe",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void holdNothingPrivate(String address) {
        assertThat(PublicAddresses.contain(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2600::1",
                "2a00:1450:4001::1",
                "64:ff9b::101:101"
            })
    void holdWhatIsOpenToAll(String address) {
        assertThat(PublicAddresses.contain(InetAddress.ofLiteral(address))).isTrue();
    }

    /** Other ways to write 127.0.0.1 and 169.254.169.254, none of which a list of texts would know. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://2130706433/",
                "https://127.1/",
                "https://127.0.1/",
                "https://0/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://2852039166/",
                "https://[::ffff:a9fe:a9fe]/"
            })
    void areFoundHoweverAnotherAddressIsWritten(String url) {
        var urls = new TargetUrls(new CheckedAddresses(false), false);

        assertThat(passesANaiveCheck(url))
                .as("what a list of texts lets through")
                .isTrue();
        assertThatThrownBy(() -> urls.require(url)).isInstanceOf(ErrorResponseException.class);
    }

    private static boolean passesANaiveCheck(String url) {
        return List.of("127.0.0.1", "localhost/", "169.254.169.254", "10.", "192.168.").stream()
                .noneMatch(url.replace("[::ffff:127.0.0.1]", "[::ffff:7f00:1]")::contains);
    }

    @Test
    void areAskedOfEveryAddressThatAHostHas() throws Exception {
        var mixed = new InetAddress[] {InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("10.0.0.1")};

        assertThatThrownBy(() -> new CheckedAddresses(host -> mixed, false).resolve("mixed.example"))
                .isInstanceOf(PrivateAddress.class);
        assertThat(new CheckedAddresses(host -> mixed, true).resolve("mixed.example"))
                .isEqualTo(mixed);
    }
}
