package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ronghe.office.problem.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    Path mappingFile = mappingFile();
    files.forEach(ReplayLog::refuseMissing);
    if (!(speed >= 0)) {
      throw new ParameterException(
          spec.commandLine(), "--speed " + speed + "：不能为负 / must not be negative");
    }
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
                        mappingFile.toString(),
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
    Path shipped = home.resolve("packs/replay");
    Path named = shipped.resolve(mapping + ".yaml").toAbsolutePath();
    if (Files.exists(named)) {
      return named;
    }
    String names = String.join(", ", names(shipped));
    throw new Refusal(
        "no-mapping",
        "没有映射文件 " + mapping + "。",
        "There is no mapping " + mapping + ".",
        "给出映射文件的路径，或随附的名称：" + names + "。写法见 docs/guide/replay.md。",
        "Name a mapping file, or one of those shipped: "
            + names
            + ". How to write one: docs/guide/replay.md.");
  }

  private static List<String> names(Path shipped) {
    try (Stream<Path> all = Files.list(shipped)) {
      return all.map(one -> one.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static void refuseMissing(Path file) {
    if (!Files.isReadable(file)) {
      throw new Refusal(
          "no-file",
          "没有文件 " + file + "，或不可读。",
          "The file " + file + " is not there, or cannot be read.",
          "检查路径。",
          "Check the path.");
    }
  }
}
