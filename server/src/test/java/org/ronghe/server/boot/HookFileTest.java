package org.ronghe.server.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.office.problem.Refusal;
import org.ronghe.serve.hook.Hook;
import org.ronghe.serve.hook.Hooks;

class HookFileTest {
  private static final String SOUND =
      """
      format: ronghe-webhooks/1
      hooks:
        - id: archive
          address: https://archive.example.gov.cn/cases
          services: [dig-permit]
          events: [issue, deliver]
      """;

  @TempDir Path secrets;

  @BeforeEach
  void secret() throws IOException {
    Files.writeString(
        secrets.resolve("webhook-archive"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
  }

  private Hooks read(String text) throws IOException {
    Files.writeString(secrets.resolve("webhooks.yaml"), text);
    return HookFile.read(secrets);
  }

  @Test
  void A01_without_the_file_nobody_is_told() {
    assertThat(HookFile.read(secrets)).isEqualTo(Hooks.NONE);
  }

  @Test
  void A02_a_system_with_its_services_and_events() throws IOException {
    Hook hook = read(SOUND).all().getFirst();
    assertThat(hook.id()).isEqualTo("archive");
    assertThat(hook.services()).containsExactly("dig-permit");
    assertThat(hook.events()).containsExactlyInAnyOrder("issue", "deliver");
    assertThat(hook.toString()).doesNotContain("MfKQ9r8");
  }

  @ParameterizedTest
  @CsvSource({
    "https://archive, http://archive, https",
    "deliver, delivered, delivered",
    "id: archive, id: Archive!, a-z",
    "services:, service:, services",
    "ronghe-webhooks/1, ronghe-webhooks/2, ronghe-webhooks/1"
  })
  void B01_what_is_wrong_is_named(String right, String wrong, String named) throws IOException {
    assertThat(SOUND).contains(right);
    assertThatThrownBy(() -> read(SOUND.replace(right, wrong)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(named);
  }

  @Test
  void B02_the_same_system_twice_and_a_missing_secret_are_refused() throws IOException {
    String twice = SOUND + SOUND.substring(SOUND.indexOf("  - id"));
    assertThatThrownBy(() -> read(twice)).isInstanceOf(Refusal.class).hasMessageContaining("twice");
    Files.delete(secrets.resolve("webhook-archive"));
    assertThatThrownBy(() -> read(SOUND))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("webhook-archive");
  }
}
