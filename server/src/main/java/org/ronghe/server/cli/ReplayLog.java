package org.ronghe.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `./ronghe replay FILE…`.
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "回放记录的日志，逐行记账 / play recorded logs in; every row is accounted for")
final class ReplayLog implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "日志文件或文件夹 / log files, or folders of .csv files")
  private List<Path> files = List.of();

  @Option(
      names = "--mapping",
      paramLabel = "M",
      required = true,
      description = "映射文件，或随附映射的名称 / mapping file, or the name of one in packs/replay")
  private String mapping = "";

  @Option(
      names = "--speed",
      paramLabel = "N",
      description =
          "1 为原速，60 为一秒一分钟，0 为尽快 / 1 as it was, 60 a minute a second, 0 as fast as possible (default: ${DEFAULT-VALUE})")
  private double speed = 0;

  @Mixin private DataOption option = new DataOption();

  @Override
  public Integer call() {
    Terminal terminal = new Terminal(spec.commandLine(), option.json);
    terminal.line("正在回放…", "Playing…");
    JsonNode answer =
        RunningOrBriefly.ask(
            option,
            county ->
                county.post(
                    "/api/v1/local/replay",
                    Map.of(
                        "files",
                        files.stream().map(one -> one.toAbsolutePath().toString()).toList(),
                        "mapping",
                        mappingFile().toString(),
                        "speed",
                        speed)));
    terminal.answer(answer.path("ledger"), answer.path("table").asString());
    return Commands.DONE;
  }

  private Path mappingFile() {
    Path given = Path.of(mapping);
    if (Files.exists(given)) {
      return given.toAbsolutePath();
    }
    Path home = Path.of(System.getProperty("ronghe.home", "."));
    return home.resolve("packs/replay").resolve(mapping + ".yaml").toAbsolutePath();
  }
}
