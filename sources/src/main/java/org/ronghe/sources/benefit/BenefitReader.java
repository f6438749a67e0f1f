package org.ronghe.sources.benefit;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.benefit.Benefit;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.model.pack.Words;
import org.ronghe.sources.decision.DecisionReading;
import org.ronghe.sources.decision.DmnReader;
import tools.jackson.databind.JsonNode;

/// Reads a folder of benefits. Each is a folder with `benefit.yaml` and the model it names; what is
/// wrong with one is a notice, and it is left out.
public final class BenefitReader {
  private static final String FILE = "benefit.yaml";

  private BenefitReader() {}

  /// @throws IOException when the folder or its schema cannot be read at all
  public static BenefitFolder read(Path folder) throws IOException {
    BenefitSchema schema =
        BenefitSchema.of(Files.readString(folder.resolve("benefit.schema.json")));
    List<Path> folders;
    try (Stream<Path> all = Files.list(folder)) {
      folders = all.filter(one -> Files.isRegularFile(one.resolve(FILE))).sorted().toList();
    }
    List<Benefit> benefits = new ArrayList<>();
    List<DecisionNotice> notices = new ArrayList<>();
    for (Path one : folders) {
      benefit(one, schema, notices).ifPresent(benefits::add);
    }
    return new BenefitFolder(benefits, notices);
  }

  private static Optional<Benefit> benefit(
      Path folder, BenefitSchema schema, List<DecisionNotice> notices) throws IOException {
    String id = folder.getFileName().toString();
    String file = id + "/" + FILE;
    int before = notices.size();
    Optional<JsonNode> tree = schema.check(file, Files.readString(folder.resolve(FILE)), notices);
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    JsonNode node = tree.get();
    if (!node.path("id").asString().equals(id)) {
      notices.add(
          notice(
              file,
              "/id",
              node.path("id").asString(),
              "编号与文件夹名不一致。",
              "the id is not the name of its folder."));
    }
    Path model = folder.resolve(node.path("model").asString());
    if (!Files.isRegularFile(model)) {
      notices.add(
          notice(
              file, "/model", node.path("model").asString(), "没有这个文件。", "there is no such file."));
      return Optional.empty();
    }
    DecisionReading reading = DmnReader.read(model, id + "/" + model.getFileName());
    notices.addAll(reading.notices());
    List<Benefit.Parameter> parameters = parameters(file, node.path("parameters"), notices);
    List<Benefit.Example> examples = examples(file, node.path("examples"), notices);
    if (notices.size() > before || reading.model().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(benefit(id, node, reading.model().get(), parameters, examples));
  }

  private static Benefit benefit(
      String id,
      JsonNode node,
      DecisionModel model,
      List<Benefit.Parameter> parameters,
      List<Benefit.Example> examples) {
    return new Benefit(
        id,
        id + "/" + FILE,
        words(node.path("name")),
        Benefit.Period.valueOf(node.path("per").asString().toUpperCase(Locale.ROOT)),
        words(node.path("law")),
        model,
        parameters,
        examples,
        node.has("service") ? node.path("service").asString() : null,
        sights(node.path("sight")));
  }

  private static List<Benefit.Sight> sights(JsonNode list) {
    List<Benefit.Sight> sights = new ArrayList<>();
    for (JsonNode node : list) {
      List<String> fields = new ArrayList<>();
      node.path("fields").forEach(field -> fields.add(field.asString()));
      String source = node.path("source").asString("");
      sights.add(
          new Benefit.Sight(
              Benefit.Viewer.valueOf(node.path("who").asString().toUpperCase(Locale.ROOT)),
              words(node.path("basis")),
              source.isEmpty() ? null : source,
              fields));
    }
    return sights;
  }

  private static List<Benefit.Parameter> parameters(
      String file, JsonNode list, List<DecisionNotice> notices) {
    List<Benefit.Parameter> result = new ArrayList<>();
    for (JsonNode node : list) {
      List<Benefit.Value> values = new ArrayList<>();
      for (JsonNode value : node.path("values")) {
        LocalDate from =
            date(
                file,
                "/parameters/" + node.path("id").asString(),
                value.path("from").asString(),
                notices);
        if (from != null) {
          String source = value.path("source").asString("");
          values.add(
              new Benefit.Value(
                  from,
                  value.path("county").asString(),
                  number(value.path("value")),
                  source.isEmpty() ? null : source));
        }
      }
      result.add(
          new Benefit.Parameter(
              node.path("id").asString(),
              words(node.path("name")),
              node.path("unit").asString(),
              values));
    }
    return result;
  }

  private static BigDecimal number(JsonNode node) {
    return new BigDecimal(node.asString());
  }

  private static List<Benefit.Example> examples(
      String file, JsonNode list, List<DecisionNotice> notices) {
    List<Benefit.Example> result = new ArrayList<>();
    int index = 0;
    for (JsonNode node : list) {
      LocalDate date = date(file, "/examples/" + index++, node.path("date").asString(), notices);
      Map<String, List<Integer>> rules = new HashMap<>();
      for (Map.Entry<String, JsonNode> rule : node.path("expect").path("rules").properties()) {
        List<Integer> numbers = new ArrayList<>();
        rule.getValue().forEach(one -> numbers.add(one.asInt()));
        rules.put(rule.getKey(), numbers);
      }
      Map<String, @Nullable Object> expected = PersonReader.values(node.path("expect"));
      expected.remove("rules");
      if (date != null) {
        result.add(
            new Benefit.Example(
                words(node.path("name")),
                date,
                PersonReader.values(node.path("person")),
                expected,
                rules));
      }
    }
    return result;
  }

  private static @Nullable LocalDate date(
      String file, String place, String text, List<DecisionNotice> notices) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      notices.add(
          notice(
              file,
              place,
              text,
              "不是日期，应写成 2026-01-31。",
              "this is no date; write it like 2026-01-31."));
      return null;
    }
  }

  private static Words words(JsonNode node) {
    return new Words(node.path("zh").asString(), node.path("en").asString());
  }

  static DecisionNotice notice(String file, String place, String value, String zh, String en) {
    return new DecisionNotice("benefit", file, place, value, new Words(zh, en));
  }
}
