package org.ronghe.server.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.server.backup.Manifest;
import org.ronghe.server.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./ronghe restore FILE`.
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "把备份恢复到空的数据目录 / put a backup back into an empty data folder")
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "备份文件 / the backup")
  private Path file = Path.of("backup.zip");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "空的数据目录 / empty data folder (default: ${DEFAULT-VALUE})")
  private Path data = Path.of("data");

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  private boolean json;

  @Override
  public Integer call() {
    Manifest manifest = Restore.into(file, data);
    new Terminal(spec.commandLine(), json)
        .answer(
            Map.of("data", data.toString(), "createdAt", manifest.createdAt()),
            Words.say(
                "已恢复 " + manifest.createdAt() + " 的备份到 " + data + "。",
                "Restored the backup of " + manifest.createdAt() + " to " + data + "."));
    return Commands.DONE;
  }
}
