package org.ronghe.server.benefit;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.benefit.BenefitRules;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.benefit.PersonReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a person: a JSON object whose fields are those the models know.
public final class PersonFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PersonFile() {}

  /// Refused when the file is no JSON object, has a field nobody knows, or a value of the wrong
  /// type.
  public static Map<String, @Nullable Object> read(Path file, List<BenefitRules> rules)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw refused(file, "没有这个文件。", "there is no such file.");
    }
    JsonNode node;
    try {
      node = JSON.readTree(Files.readString(file));
    } catch (JacksonException wrong) {
      String where = wrong.getLocation() == null ? "" : " " + wrong.getLocation().getLineNr();
      throw refused(file, "第" + where + " 行不是合法的 JSON。", "line" + where + " is no JSON.");
    }
    if (!node.isObject()) {
      throw refused(file, "应是一个 JSON 对象。", "it must be one JSON object.");
    }
    Map<String, @Nullable Object> person = PersonReader.values(node);
    Map<String, String> known = new TreeMap<>();
    rules.forEach(one -> known.putAll(one.fields()));
    person.forEach((name, value) -> check(file, name, value, known));
    if (person.get("division") == null) {
      throw refused(
          file, "缺少 division（区划代码）。", "division (the code of where they live) is missing.");
    }
    return person;
  }

  private static void check(
      Path file, String name, @Nullable Object value, Map<String, String> known) {
    String type = known.get(name);
    if (type == null) {
      if (List.of("id", "name", "sex", "synthetic", "receives").contains(name)) {
        return;
      }
      throw refused(
          file,
          "没有字段 " + name + "；或许是 " + String.join("、", known.keySet()) + "。",
          "there is no field "
              + name
              + "; maybe one of "
              + String.join(", ", known.keySet())
              + ".");
    }
    boolean fits =
        value == null
            || switch (type) {
              case "number" -> value instanceof BigDecimal;
              case "boolean" -> value instanceof Boolean;
              case "date" -> value instanceof LocalDate;
              default -> value instanceof String;
            };
    if (!fits) {
      throw refused(
          file,
          "字段 " + name + " 的值 “" + value + "” 应是 " + type + hint(type) + "。",
          "field " + name + ": the value “" + value + "” must be a " + type + hint(type) + ".");
    }
  }

  private static String hint(String type) {
    return switch (type) {
      case "date" -> " (1950-01-31)";
      case "boolean" -> " (true, false)";
      default -> "";
    };
  }

  private static Refusal refused(Path file, String zh, String en) {
    return new Refusal(
        "person-file",
        file + "：" + zh,
        file + ": " + en,
        "字段见 docs/engines/rule.md。",
        "The fields are in docs/engines/rule.md.");
  }
}
