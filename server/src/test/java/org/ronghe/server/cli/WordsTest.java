package org.ronghe.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.cli.Words.Language;

class WordsTest {
  private static String refused(Language language) {
    StringWriter out = new StringWriter();
    Refusal refusal =
        new Refusal("port-taken", "端口被占用。", "The port is taken.", "换一个。", "Choose another.");
    Words.print(new PrintWriter(out), refusal, language);
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void A01_the_first_of_three_settings_names_the_language() {
    assertThat(Words.language(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Language.ZH);
    assertThat(Words.language(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "en_GB.UTF-8")))
        .isEqualTo(Language.EN);
    assertThat(Words.language(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", ""))).isEqualTo(Language.ZH);
    assertThat(Words.language(Map.of("LANG", "C.UTF-8"))).isEqualTo(Language.BOTH);
    assertThat(Words.language(Map.of())).isEqualTo(Language.BOTH);
  }

  @Test
  void A02_a_refusal_says_what_and_what_to_do_in_that_language() {
    assertThat(refused(Language.ZH)).isEqualTo("✗ 端口被占用。\n  → 换一个。\n");
    assertThat(refused(Language.EN)).isEqualTo("✗ The port is taken.\n  → Choose another.\n");
    assertThat(refused(Language.BOTH)).isEqualTo(refused(Language.ZH) + refused(Language.EN));
  }
}
