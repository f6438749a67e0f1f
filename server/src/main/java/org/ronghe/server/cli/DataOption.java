package org.ronghe.server.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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
}
