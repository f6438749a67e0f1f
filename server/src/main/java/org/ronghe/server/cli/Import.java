package org.ronghe.server.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.office.problem.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `./ronghe import DIR`.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "导入县数据包，逐行报告错误 / import a county package and report every bad row")
final class Import implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "县数据包 / folder of the package")
  private Path folder = Path.of(".");

  @Option(
      names = "--keep-good",
      description = "有错误时仍导入好的行 / import the good rows although others are bad")
  private boolean keepGood;

  @Mixin private DataOption option = new DataOption();

  @Override
  public Integer call() {
    Path whole = folder.toAbsolutePath().normalize();
    JsonNode answer =
        RunningOrBriefly.ask(
            option,
            county ->
                county.post(
                    "/api/v1/local/import",
                    Map.of("folder", whole.toString(), "keepGood", keepGood)));
    Terminal terminal = new Terminal(spec.commandLine(), option.json);
    boolean imported = answer.path("imported").asBoolean();
    if (option.json) {
      terminal.answer(answer, "");
      return imported ? Commands.DONE : Commands.FOUND_WRONG;
    }
    Notices.print(terminal, answer.path("notices"));
    answer
        .path("files")
        .forEach(file ->
            terminal.line(
                "%s：%d 行，好 %d，错 %d"
                    .formatted(
                        file.path("file").asString(),
                        file.path("read").asLong(),
                        file.path("good").asLong(),
                        file.path("bad").asLong()),
                "%s: %d rows, %d good, %d bad"
                    .formatted(
                        file.path("file").asString(),
                        file.path("read").asLong(),
                        file.path("good").asLong(),
                        file.path("bad").asLong())));
    if (!imported) {
      throw new Refusal(
          "bad-rows",
          "没有导入任何内容。",
          "Nothing was imported.",
          "改正上面的错误，或加 --keep-good 只导入好的行。",
          "Correct the rows above, or add --keep-good to import the good ones.");
    }
    terminal.line("已导入：" + answer.path("summary"), "Imported: " + answer.path("summary"));
    return Commands.DONE;
  }
}
