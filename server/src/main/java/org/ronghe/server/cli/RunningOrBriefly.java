package org.ronghe.server.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.boot.RunningCounty;
import org.ronghe.server.boot.Settings;
import tools.jackson.databind.JsonNode;

/// Asks the county that runs on the data folder; when none does, starts it for this one question on
/// free loopback ports, without the demo feed, and stops it again.
final class RunningOrBriefly {
  private RunningOrBriefly() {}

  static JsonNode ask(DataOption option, Function<LocalCounty, JsonNode> question) {
    Optional<LocalCounty> running = LocalCounty.on(option.data);
    if (running.isPresent()) {
      return ask(running.get(), question);
    }
    Path home = Path.of(System.getProperty("ronghe.home", "."));
    System.setProperty("ronghe.logs", option.data.resolve("logs").toString());
    Settings settings =
        new Settings(home, option.data, null, 0, 0, "127.0.0.1", option.database, false, false);
    try (RunningCounty briefly = RunningCounty.start(settings)) {
      briefly.initialPassword().ifPresent(RunningOrBriefly::tell);
      return ask(LocalCounty.on(option.data).orElseThrow(RunningOrBriefly::lost), question);
    }
  }

  private static JsonNode ask(LocalCounty county, Function<LocalCounty, JsonNode> question) {
    return ProgressLine.during(county, () -> question.apply(county));
  }

  /// The first run of a folder makes its administrator; the password is told this once, beside the
  /// answer, which a script may read.
  private static void tell(String password) {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    err.println(Words.say("初始管理员 admin，密码 ", "First sign-in admin, password ") + password);
  }

  private static Refusal lost() {
    return new Refusal(
        "not-ready", "县没有启动。", "The county did not start.", "查看日志。", "Look at the log.");
  }
}
