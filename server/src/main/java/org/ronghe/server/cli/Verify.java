package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ronghe.engines.alarm.PackProof;
import org.ronghe.server.work.CountyImport;
import org.ronghe.sources.county.CountyPackageReader;
import org.ronghe.sources.county.PackageProgress;
import org.ronghe.sources.pack.PackFolder;
import org.ronghe.sources.pack.PackReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./ronghe verify`: packs prove their examples, county packages are read; nothing is changed.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "检验知识包和县数据包，不作任何改动 / check packs and county packages; changes nothing")
final class Verify implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR",
      arity = "0..*",
      description =
          "文件夹（缺省为随附的全部）/ packs folders or county packages (default: all that are shipped)")
  private List<Path> folders = List.of();

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Terminal terminal = new Terminal(spec.commandLine(), json);
    List<Checked> all = new ArrayList<>();
    for (Path folder : folders.isEmpty() ? shipped() : folders) {
      all.add(
          Files.exists(folder.resolve("county.yaml")) ? county(folder, terminal) : packs(folder));
    }
    for (Checked one : all) {
      one.wrong().forEach(line -> terminal.line("  ✗ " + line, "  ✗ " + line));
      terminal.line(
          (one.wrong().isEmpty() ? "✓ " : "✗ ") + one.folder() + "：" + one.what(),
          (one.wrong().isEmpty() ? "✓ " : "✗ ") + one.folder() + ": " + one.what());
    }
    if (json) {
      terminal.answer(all, "");
    }
    return all.stream().allMatch(one -> one.wrong().isEmpty())
        ? Commands.DONE
        : Commands.FOUND_WRONG;
  }

  private static List<Path> shipped() throws IOException {
    Path home = Path.of(System.getProperty("ronghe.home", "."));
    List<Path> result = new ArrayList<>(List.of(home.resolve("packs")));
    try (Stream<Path> counties = Files.list(home.resolve("counties"))) {
      counties
          .filter(folder -> Files.exists(folder.resolve("county.yaml")))
          .sorted()
          .forEach(result::add);
    }
    return result;
  }

  private static Checked packs(Path folder) throws IOException {
    PackFolder read = PackReader.read(folder);
    List<String> wrong = new ArrayList<>();
    read.notices().stream()
        .filter(notice -> !notice.code().equals("no-pack-file"))
        .forEach(notice -> wrong.add(Words.say(notice.chinese(), notice.english())));
    read.packs().stream()
        .flatMap(pack -> PackProof.failures(pack).stream())
        .forEach(failure -> wrong.add(Words.say(failure.chinese(), failure.english())));
    return new Checked(folder.toString(), read.packs().size() + " packs", wrong);
  }

  private static Checked county(Path folder, Terminal terminal) {
    var reading = CountyPackageReader.read(folder, PackageProgress.SILENT);
    Notices.print(
        terminal,
        Terminal.JSON.valueToTree(reading.notices().stream().map(CountyImport.Said::of).toList()));
    long rows = reading.files().stream().mapToLong(file -> file.read()).sum();
    List<String> wrong =
        reading.hasErrors() ? List.of(reading.errors().size() + " errors") : List.of();
    return new Checked(folder.toString(), rows + " rows", wrong);
  }

  record Checked(String folder, String what, List<String> wrong) {}
}
