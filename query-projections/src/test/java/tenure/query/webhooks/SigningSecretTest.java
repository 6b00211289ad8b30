package tenure.query.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

    /** The expected text was computed by Node's crypto. */
    @Test
    void signsAsOthersDo() {
        var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

        assertThat(SigningSecret.sign(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isNeverTheSame() {
        var secret = SigningSecret.make();

        assertThat(secret).startsWith("whsec_").isNotEqualTo(SigningSecret.make());
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    }
}
