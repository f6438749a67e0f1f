package org.ronghe.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.office.problem.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `./ronghe backup FILE`.
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "备份为一个文件，运行中也可 / back everything up into one file, also while running")
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "备份文件（.zip）/ file to write (.zip)")
  private Path file = Path.of("backup.zip");

  @Mixin private DataOption option = new DataOption();

  @Override
  public Integer call() {
    option.refuseAbsent();
    refuseBadPlace();
    Map<String, String> order = Map.of("file", file.toAbsolutePath().normalize().toString());
    JsonNode answer =
        RunningOrBriefly.ask(option, county -> county.post("/api/v1/local/backup", order));
    long mebibytes = answer.path("bytes").asLong() >> 20;
    new Terminal(spec.commandLine(), option.json)
        .answer(
            answer,
            Words.say(
                "已备份到 " + file + "（" + mebibytes + " MiB）；其中有密码，请妥善保管。",
                "Backed up to "
                    + file
                    + " ("
                    + mebibytes
                    + " MiB); it holds secrets, keep it safe."));
    return Commands.DONE;
  }

  private void refuseBadPlace() {
    if (Files.exists(file)) {
      throw new Refusal(
          "file-exists",
          "文件 " + file + " 已存在。",
          "The file " + file + " is already there.",
          "换一个文件名；备份不会覆盖任何文件。",
          "Choose another name; a backup overwrites nothing.");
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Refusal(
          "no-folder",
          "没有文件夹 " + folder + "。",
          "There is no folder " + folder + ".",
          "先建好它，或写到别处。",
          "Make it first, or write the backup elsewhere.");
    }
  }
}
