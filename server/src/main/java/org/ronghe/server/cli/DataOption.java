package org.ronghe.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Refusal;
import picocli.CommandLine.Option;

/// Options of every command that works on a county's data.
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "数据目录 / data folder (default: ${DEFAULT-VALUE})")
  Path data = Path.of("data");

  @Option(
      names = "--db",
      paramLabel = "URL",
      description = "县停着且用外部 PostgreSQL 时 / an outside PostgreSQL, when the county is stopped")
  @Nullable String database;

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  boolean json;

  /// Refuses a folder without data, for commands that would otherwise make one only to look in it.
  void refuseAbsent() {
    if (!Files.exists(data.resolve("VERSION"))) {
      throw new Refusal(
          "no-data",
          data + " 不是数据目录，里面什么也没有。",
          data + " is no data folder; there is nothing in it.",
          "用 --data 指定县的数据目录；第一次用 ./ronghe start 建立。",
          "Name the county's data folder with --data; ./ronghe start makes one.");
    }
  }
}
