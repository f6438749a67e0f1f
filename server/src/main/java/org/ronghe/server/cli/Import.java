package org.ronghe.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  @Option(
      names = "--replace",
      description = "即使是另一个县也替换 / replace the county that is loaded by another one")
  private boolean replace;

  @Mixin private DataOption option = new DataOption();

  @Override
  public Integer call() {
    refuseNoPackage();
    Path whole = folder.toAbsolutePath().normalize();
    JsonNode answer =
        RunningOrBriefly.ask(
            option,
            county ->
                county.post(
                    "/api/v1/local/import",
                    Map.of("folder", whole.toString(), "keepGood", keepGood, "replace", replace)));
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
      Words.print(
          spec.commandLine().getErr(),
          new Refusal(
              "bad-rows",
              "没有导入任何内容。",
              "Nothing was imported.",
              "改正上面的错误，或加 --keep-good 只导入好的行。",
              "Correct the rows above, or add --keep-good to import the good ones."));
      return Commands.FOUND_WRONG;
    }
    printSummary(terminal, answer.path("summary"));
    return Commands.DONE;
  }

  private void refuseNoPackage() {
    if (!Files.isRegularFile(folder.resolve("county.yaml"))) {
      throw new Refusal(
          "no-county-package",
          folder + " 里没有 county.yaml，不是县数据包。",
          folder + " holds no county.yaml and is no county package.",
          "用 ./ronghe new-county 目录 生成一个模板。",
          "Make a template with ./ronghe new-county DIR.");
    }
  }

  private static void printSummary(Terminal terminal, JsonNode summary) {
    Set<String> kinds = new TreeSet<>();
    for (String change : List.of("added", "changed", "removed")) {
      kinds.addAll(summary.path(change).propertyNames());
    }
    if (kinds.isEmpty()) {
      terminal.line("已导入：与登记的内容相同，没有变化。", "Imported: the same as before, nothing changed.");
      return;
    }
    terminal.line("已导入：", "Imported:");
    for (String kind : kinds) {
      long added = summary.path("added").path(kind).asLong(0);
      long changed = summary.path("changed").path(kind).asLong(0);
      long removed = summary.path("removed").path(kind).asLong(0);
      terminal.line(
          "  %s：新增 %d，改动 %d，移除 %d".formatted(kind, added, changed, removed),
          "  %s: %d added, %d changed, %d removed".formatted(kind, added, changed, removed));
    }
  }
}
