package org.ronghe.serve.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HookKeyTest {
  /// Secret, message and signature of the tests of the Standard Webhooks reference implementation
  /// (svix-webhooks, TestWebhookSign).
  @Test
  void A01_signs_as_the_reference_implementation_does() {
    HookKey key = HookKey.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertThat(key.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void A02_a_secret_too_short_or_no_base64_is_refused_and_not_repeated() {
    assertThatThrownBy(() -> HookKey.parse("whsec_c2hvcnQ="))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("24 bytes")
        .hasMessageNotContaining("c2hvcnQ");
    assertThatThrownBy(() -> HookKey.parse("not base64 at all"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("at all");
  }
}
