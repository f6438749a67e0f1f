package org.ronghe.server.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.problem.Refusal;

/// Which language the terminal reads.
final class Words {
  private Words() {}

  /// `LC_ALL`, `LC_MESSAGES` or `LANG` starting with `zh` is Chinese, any other set value English,
  /// none or `C` both.
  static Language language() {
    return language(System.getenv());
  }

  static Language language(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.get(name);
      if (value != null && !value.isBlank()) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (lower.startsWith("zh")) {
          return Language.ZH;
        }
        return lower.equals("posix") || lower.equals("c") || lower.startsWith("c.")
            ? Language.BOTH
            : Language.EN;
      }
    }
    return Language.BOTH;
  }

  static String say(String zh, String en) {
    return switch (language()) {
      case ZH -> zh;
      case EN -> en;
      case BOTH -> zh + " / " + en;
    };
  }

  static void print(PrintWriter out, Refusal refusal) {
    print(out, refusal, language());
  }

  static void print(PrintWriter out, Refusal refusal, Language language) {
    if (language != Language.EN) {
      out.println("✗ " + refusal.why().zh());
      next(out, refusal.why().maybeZh());
    }
    if (language != Language.ZH) {
      out.println("✗ " + refusal.why().en());
      next(out, refusal.why().maybeEn());
    }
    out.flush();
  }

  private static void next(PrintWriter out, String words) {
    if (!words.isEmpty()) {
      out.println("  → " + words);
    }
  }

  static void print(PrintWriter out, Problem problem) {
    print(
        out,
        new Refusal(
            problem.member("code"),
            problem.member("zh"),
            problem.member("en"),
            problem.member("nextZh"),
            problem.member("nextEn")));
  }

  enum Language {
    ZH,
    EN,
    BOTH
  }
}
