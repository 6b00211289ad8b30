package tenure.app.security;

import java.net.InetAddress;
import java.util.List;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Binds the web server to 127.0.0.1, and refuses to start when the settings ask for anything wider. */
@Component
final class LoopbackOnly implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory>, Ordered {
    private static final List<String> ADDRESSES = List.of("server.address", "management.server.address");
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1", "localhost");

    private final Environment environment;

    LoopbackOnly(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        for (var setting : ADDRESSES) {
            var address = environment.getProperty(setting);
            if (address != null && !LOOPBACK.contains(address)) {
                throw new UnsafeAddress(setting, address);
            }
        }
        factory.setAddress(InetAddress.ofLiteral("127.0.0.1"));
    }

    /** Last, so that nothing changes the address afterwards. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
