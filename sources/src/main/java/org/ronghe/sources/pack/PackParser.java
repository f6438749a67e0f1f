package org.ronghe.sources.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.AlarmDeclaration;
import org.ronghe.model.pack.AlarmExample;
import org.ronghe.model.pack.Condition;
import org.ronghe.model.pack.Pack;
import org.ronghe.model.pack.Profile;
import org.ronghe.model.pack.Words;
import org.ronghe.model.point.ValueKind;
import tools.jackson.databind.JsonNode;

/// Turns a pack that fits the schema into records; what the schema cannot say becomes a notice.
final class PackParser {
  private final String file;
  private final String folder;
  private final List<PackNotice> notices = new ArrayList<>();

  PackParser(String file, String folder) {
    this.file = file;
    this.folder = folder;
  }

  List<PackNotice> notices() {
    return notices;
  }

  /// The pack; empty when there was anything to notice.
  Optional<Pack> pack(JsonNode node) {
    String domain = node.path("domain").asString();
    if (!domain.equals(folder)) {
      notice(
          "domain",
          "/domain",
          domain,
          new Words("领域与文件夹名不一致。", "The domain is not the name of its folder."),
          new Words(folder, folder));
    }
    List<Profile> profiles = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : node.path("profiles").properties()) {
      profile(domain, entry.getKey(), entry.getValue()).ifPresent(profiles::add);
    }
    return notices.isEmpty()
        ? Optional.of(
            new Pack(domain, node.path("version").asString(), words(node.path("name")), profiles))
        : Optional.empty();
  }

  private Optional<Profile> profile(String domain, String id, JsonNode node) {
    String path = "/profiles/" + id;
    int before = notices.size();
    if (!id.startsWith(domain + ".")) {
      notice(
          "profile-domain",
          path,
          id,
          new Words("模板编号须以领域开头。", "A profile's id begins with its domain."),
          new Words(domain + "." + id, domain + "." + id));
    }
    List<Words> states = new ArrayList<>();
    node.path("states").forEach(state -> states.add(words(state)));
    List<AlarmDeclaration> alarms = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int index = 0;
    for (JsonNode alarm : node.path("alarms")) {
      String alarmPath = path + "/alarms/" + index++;
      if (!seen.add(alarm.path("id").asString())) {
        notice(
            "alarm-twice",
            alarmPath + "/id",
            alarm.path("id").asString(),
            new Words("同一模板内报警编号重复。", "Two alarms of the profile share an id."),
            null);
      }
      alarms.add(alarm(alarmPath, alarm, states.size()));
    }
    if (notices.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Profile(
            id,
            words(node.path("name")),
            node.path("quantity").asString(),
            node.path("unit").asString(),
            ValueKind.valueOf(node.path("valueKind").asString().toUpperCase(Locale.ROOT)),
            states,
            words(node.path("source")),
            alarms));
  }

  private AlarmDeclaration alarm(String path, JsonNode node, int states) {
    List<AlarmExample> examples = new ArrayList<>();
    int index = 0;
    for (JsonNode example : node.path("examples")) {
      example(path + "/examples/" + index++, example).ifPresent(examples::add);
    }
    return new AlarmDeclaration(
        node.path("id").asString(),
        condition(path, node, states),
        node.path("onDelay_s").asDouble(0),
        node.path("offDelay_s").asDouble(0),
        node.path("priority").asInt(),
        words(node.path("name")),
        words(node.path("cause")),
        words(node.path("consequence")),
        words(node.path("response")),
        node.path("clause").asString(),
        examples);
  }

  private Condition condition(String path, JsonNode node, int states) {
    double limit = node.path("limit").asDouble(Double.NaN);
    double hysteresis = node.path("hysteresis").asDouble(0);
    String kind = node.path("kind").asString();
    return switch (kind) {
      case "rate" ->
          new Condition.Rate(
              Condition.Direction.valueOf(
                  node.path("direction").asString().toUpperCase(Locale.ROOT)),
              limit,
              hysteresis,
              per_s(node.path("per").asString()),
              node.path("window_s").asDouble());
      case "deviation" ->
          node.has("setpoint")
              ? new Condition.SetpointDeviation(node.path("setpoint").asDouble(), limit, hysteresis)
              : new Condition.MeanDeviation(
                  node.path("meanWindow_s").asDouble(), limit, hysteresis);
      case "state" -> new Condition.State(codes(path, node.path("states"), states));
      case "stale" -> new Condition.Stale(node.path("factor").asDouble());
      default ->
          new Condition.Limit(
              Condition.Level.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
              limit,
              hysteresis);
    };
  }

  private static double per_s(String per) {
    return switch (per) {
      case "second" -> 1;
      case "minute" -> 60;
      default -> 3600;
    };
  }

  private List<Integer> codes(String path, JsonNode node, int states) {
    List<Integer> codes = new ArrayList<>();
    for (JsonNode code : node) {
      codes.add(code.asInt());
      if (code.asInt() >= states) {
        notice(
            "no-such-state",
            path + "/states",
            code.asString(),
            new Words(
                "模板只有 " + states + " 个状态（从 0 编号）。",
                "The profile has " + states + " states, counted from 0."),
            null);
      }
    }
    return codes;
  }

  private Optional<AlarmExample> example(String path, JsonNode rows) {
    List<AlarmExample.Step> steps = new ArrayList<>();
    int index = 0;
    for (JsonNode row : rows) {
      String text = row.asString();
      Optional<AlarmExample.Step> step = ExampleStep.parse(text);
      if (step.isEmpty()) {
        notice(
            "example-step",
            path + "/" + index,
            text,
            new Words("看不懂的示例步骤。", "This step of an example cannot be read."),
            new Words("写成: 10 | 41.5 | raised", "write it like: 10 | 41.5 | raised"));
      }
      step.ifPresent(steps::add);
      index++;
    }
    return steps.isEmpty() ? Optional.empty() : Optional.of(new AlarmExample(steps));
  }

  private static Words words(JsonNode node) {
    return new Words(node.path("zh").asString(), node.path("en").asString());
  }

  private void notice(String code, String path, String value, Words why, @Nullable Words maybe) {
    notices.add(new PackNotice(code, file, path, value, why, maybe));
  }
}
