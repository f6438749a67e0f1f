package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ronghe.engines.alarm.PackProof;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.design.ServiceProof;
import org.ronghe.server.work.CountyImport;
import org.ronghe.sources.calendar.CalendarReader;
import org.ronghe.sources.county.CountyPackageReader;
import org.ronghe.sources.county.PackageProgress;
import org.ronghe.sources.pack.PackFolder;
import org.ronghe.sources.pack.PackReader;
import org.ronghe.sources.service.CatalogueReader;
import org.ronghe.sources.service.CatalogueReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

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
      all.add(checked(folder));
    }
    for (Checked one : all) {
      one.noted().forEach(terminal::said);
      one.wrong().forEach(terminal::said);
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

  private static Checked checked(Path folder) throws IOException {
    if (Files.exists(folder.resolve("county.yaml"))) {
      return county(folder);
    }
    if (Files.exists(folder.resolve("pack.schema.json"))) {
      return packs(folder);
    }
    if (VerifyBenefits.has(folder)) {
      List<String> wrong = new ArrayList<>();
      String what = VerifyBenefits.check(folder, wrong);
      return new Checked(folder.toString(), what, List.of(), wrong);
    }
    throw new Refusal(
        "nothing-to-verify",
        folder + (Files.exists(folder) ? " 既不是县数据包，也不是知识包文件夹。" : " 不存在。"),
        folder
            + (Files.exists(folder)
                ? " is neither a county package nor a folder of packs."
                : " is not there."),
        "县数据包里有 county.yaml（./ronghe new-county 可生成），知识包文件夹里有 pack.schema.json。",
        "A county package holds county.yaml (./ronghe new-county makes one), a folder of packs"
            + " pack.schema.json.");
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
        .forEach(notice -> wrong.add("✗ " + Words.say(notice.chinese(), notice.english())));
    read.packs().stream()
        .flatMap(pack -> PackProof.failures(pack).stream())
        .forEach(failure -> wrong.add("✗ " + Words.say(failure.chinese(), failure.english())));
    wrong.addAll(VerifyCalendars.wrong(folder.resolve("calendar")));
    int packs = read.packs().size();
    String what = Words.say(packs + " 个知识包", packs + " packs");
    if (Files.exists(folder.resolve("services").resolve("service.schema.json"))) {
      what += services(folder.resolve("services"), wrong);
    }
    if (VerifyBenefits.has(folder.resolve("benefits"))) {
      String benefits = VerifyBenefits.check(folder.resolve("benefits"), wrong);
      what += Words.say("，", ", ") + benefits;
    }
    return new Checked(folder.toString(), what, List.of(), wrong);
  }

  /// Reads the catalogue of services and plays its examples; says how much there was.
  private static String services(Path folder, List<String> wrong) throws IOException {
    CatalogueReading read = CatalogueReader.read(folder);
    read.notices()
        .forEach(
            notice -> wrong.add("✗ services/" + Words.say(notice.chinese(), notice.english())));
    ServiceProof proof =
        new ServiceProof(
            read.catalogue(), CalendarReader.read(folder.resolveSibling("calendar")).calendar());
    proof
        .failures()
        .forEach(failure -> wrong.add("✗ services/" + Words.say(failure.zh(), failure.en())));
    int services = read.catalogue().services().size();
    int bundles = read.catalogue().bundles().size();
    return Words.say(
        "，" + services + " 个事项，" + bundles + " 个一件事，" + proof.examples() + " 个示例",
        ", " + services + " services, " + bundles + " bundles, " + proof.examples() + " examples");
  }

  private static Checked county(Path folder) {
    var reading = CountyPackageReader.read(folder, PackageProgress.SILENT);
    List<String> noted = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (JsonNode notice :
        Terminal.JSON.<JsonNode>valueToTree(
            reading.notices().stream().map(CountyImport.Said::of).toList())) {
      boolean error = notice.path("severity").asString().equals("ERROR");
      (error ? wrong : noted).add(Notices.line(notice));
    }
    long rows = reading.files().stream().mapToLong(file -> file.read()).sum();
    String what =
        Words.say(
            rows + " 行，" + wrong.size() + " 处错误", rows + " rows, " + wrong.size() + " errors");
    return new Checked(folder.toString(), what, noted, wrong);
  }

  /// @param noted worth knowing, no error
  /// @param wrong one line per error
  record Checked(String folder, String what, List<String> noted, List<String> wrong) {}
}
