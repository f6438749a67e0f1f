package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.catalogue.CpsvAp;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./ronghe serve catalogue`: the services as a list, or as CPSV-AP 3.2 JSON-LD.
@Command(
    name = "catalogue",
    mixinStandardHelpOptions = true,
    description = "事项目录：列表，或导出 CPSV-AP / the services: a list, or an export as CPSV-AP")
final class ServeCatalogue implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "list（缺省）、json 或 cpsv-ap（JSON-LD）/ list (default), json or cpsv-ap (JSON-LD)")
  private String format = "list";

  @Option(names = "--on", paramLabel = "DATE", description = "哪一天有效的（缺省今天）/ effective when")
  private @Nullable String on;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description = "标识的前缀 / what identifiers begin with (default: ${DEFAULT-VALUE})")
  private String base = "urn:ronghe:";

  @Option(names = "--place", paramLabel = "NAME", description = "县名 / name of the county")
  private String place = "本县 / this county";

  @Option(names = "--services", paramLabel = "DIR", description = "事项文件夹 / folder of services")
  private @Nullable Path services;

  @Option(names = "--out", paramLabel = "FILE", description = "写到文件 / write to a file")
  private @Nullable Path out;

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    LocalDate day = on == null ? LocalDate.now() : Dates.day(spec.commandLine(), "--on", on);
    Catalogue catalogue = Catalogues.read(services);
    switch (format) {
      case "list" -> list(catalogue, day, json);
      case "json" -> list(catalogue, day, true);
      case "cpsv-ap" -> export(catalogue, day);
      default ->
          throw new ParameterException(
              spec.commandLine(),
              Words.say(
                  "没有格式“" + format + "”：list、json 或 cpsv-ap。",
                  "There is no format “" + format + "”: list, json or cpsv-ap."));
    }
    return Commands.DONE;
  }

  private void list(Catalogue catalogue, LocalDate day, boolean asJson) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Service service : catalogue.services()) {
      if (!catalogue.current(service.id(), day).map(service::equals).orElse(false)) {
        continue;
      }
      Map<String, String> row = new LinkedHashMap<>();
      row.put("id", service.id());
      row.put("version", service.key().version());
      row.put("zh", service.name().zh());
      row.put("en", service.name().en());
      row.put("department", service.department());
      row.put(
          "promised", service.header().text("promise_day") + service.header().text("promise_type"));
      rows.add(row);
    }
    new Terminal(spec.commandLine(), asJson)
        .table(List.of("id", "version", "zh", "en", "department", "promised"), rows, rows);
  }

  private void export(Catalogue catalogue, LocalDate day) throws IOException {
    String text =
        Terminal.JSON
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(
                CpsvAp.of(catalogue, day, base, new org.ronghe.model.pack.Words(place, place)));
    if (out == null) {
      spec.commandLine().getOut().println(text);
      spec.commandLine().getOut().flush();
      return;
    }
    Files.writeString(out, text + "\n");
    new Terminal(spec.commandLine(), json)
        .answer(Map.of("file", out.toString()), Words.say("已写入 " + out, "Wrote " + out));
  }
}
