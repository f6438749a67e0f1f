package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.bundle.BundleAnswer;
import org.ronghe.engines.bundle.BundleEngine;
import org.ronghe.engines.bundle.JointPromise;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Catalogue;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.county.notice.Likely;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./ronghe serve bundle ID`: one form, one list of materials, one order, and what that saves.
@Command(
    name = "bundle",
    mixinStandardHelpOptions = true,
    description = {
      "一件事：一张表、一套材料、先后顺序、合并后的时限和省了多少",
      "a bundle: its one form, one set of documents, order, joint promise and gain"
    })
final class ServeBundle implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", arity = "1", description = "如 newborn / such as newborn")
  private String id = "";

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "受理之日（缺省今天）/ the day of acceptance (default: today)")
  private @Nullable String from;

  @Option(
      names = "--without",
      arity = "1..*",
      split = ",",
      paramLabel = "SERVICE",
      description = "不办的事项 / services left out")
  private List<String> without = List.of();

  @Option(names = "--services", paramLabel = "DIR", description = "事项文件夹 / folder of services")
  private @Nullable Path services;

  @Option(names = "--calendars", paramLabel = "DIR", description = "日历文件夹 / folder of calendars")
  private @Nullable Path calendars;

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    LocalDate day = from == null ? LocalDate.now() : Dates.day(spec.commandLine(), "--from", from);
    Catalogue catalogue = Catalogues.read(services);
    Bundle bundle = catalogue.bundle(id).orElseThrow(() -> unknown(catalogue));
    Set<String> known =
        bundle.services().stream().map(Bundle.Part::service).collect(Collectors.toSet());
    for (String one : without) {
      if (!known.contains(one)) {
        throw noSuch(
            "service-not-in-bundle",
            "“" + id + "”里没有事项 " + one,
            "“" + id + "” has no service " + one,
            one,
            known);
      }
    }
    switch (BundleEngine.plan(catalogue, bundle, day, new HashSet<>(without))) {
      case BundleAnswer.Planned(var plan) -> {
        JointPromise.Answer promise =
            JointPromise.dates(
                plan, Calendars.read(calendars == null ? Calendars.shipped() : calendars), day);
        new Terminal(spec.commandLine(), json)
            .answer(
                new BundleReport(catalogue, plan, promise, day).json(),
                new BundleWords(catalogue, plan, promise, day).text());
      }
      case BundleAnswer.Circle(List<BundleAnswer.Wait> waits) -> throw circle(waits);
      case BundleAnswer.NotEffective(List<String> missing) ->
          throw new Refusal(
              "service-not-effective",
              day + " 没有生效版本的事项：" + String.join("、", missing) + "。",
              "No version is effective on " + day + " of: " + String.join(", ", missing) + ".",
              "看 effective_from，或换 --from 的日期。",
              "Look at effective_from, or choose another day with --from.");
    }
    return Commands.DONE;
  }

  private Refusal unknown(Catalogue catalogue) {
    Set<String> known = catalogue.bundles().stream().map(Bundle::id).collect(Collectors.toSet());
    return noSuch(
        "no-such-bundle", "没有一件事“" + id + "”", "There is no bundle “" + id + "”", id, known);
  }

  private static Refusal noSuch(
      String code, String zh, String en, String value, Set<String> known) {
    String maybe = Likely.of(value, known).orElse("");
    String all = String.join(", ", known.stream().sorted().toList());
    return new Refusal(
        code,
        zh + "。" + (maybe.isEmpty() ? "" : "或许是 " + maybe + "？"),
        en + "." + (maybe.isEmpty() ? "" : " Maybe " + maybe + "?"),
        "现有：" + all,
        "There are: " + all);
  }

  private static Refusal circle(List<BundleAnswer.Wait> waits) {
    String zh =
        waits.stream()
            .map(wait -> wait.service() + " 等 " + wait.producer() + " 的 " + wait.licence())
            .collect(Collectors.joining("，"));
    String en =
        waits.stream()
            .map(wait -> wait.service() + " needs " + wait.licence() + " of " + wait.producer())
            .collect(Collectors.joining(", "));
    return new Refusal(
        "bundle-circle",
        "这些事项互相等待，谁也办不成：" + zh + "。",
        "These services wait for each other in a circle: " + en + ".",
        "改其中一个事项的 inputs 或材料的 licences。",
        "Change the inputs of one of them, or the licences of its materials.");
  }
}
