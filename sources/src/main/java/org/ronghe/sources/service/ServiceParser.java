package org.ronghe.sources.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Example;
import org.ronghe.model.service.Fee;
import org.ronghe.model.service.Form;
import org.ronghe.model.service.Header;
import org.ronghe.model.service.LicenceUse;
import org.ronghe.model.service.Material;
import org.ronghe.model.service.Outlet;
import org.ronghe.model.service.Requirement;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.ServiceKey;
import org.ronghe.model.service.Source;
import org.ronghe.model.service.Step;
import tools.jackson.databind.JsonNode;

/// Turns a `service.yaml` that fits the schema into a record.
final class ServiceParser {
  private final Notices notices;
  private final Catalogue ground;
  private final String id;
  private final String version;

  ServiceParser(Notices notices, Catalogue ground, String id, String version) {
    this.notices = notices;
    this.ground = ground;
    this.id = id;
    this.version = version;
  }

  /// The service; empty when there was anything to notice.
  Optional<Service> service(
      JsonNode node,
      @Nullable String schema,
      @Nullable String uiSchema,
      @Nullable DecisionModel eligibility,
      BpmnReader.@Nullable Drawn drawn,
      @Nullable JsonNode examples) {
    folderSays("id", node.path("id").asString(), id);
    folderSays("version", node.path("version").asString(), version);
    LocalDate from = Nodes.date(node, "effective_from", "", notices);
    LocalDate until = Nodes.date(node, "effective_until", "", notices);
    List<Example> stories = examples == null ? List.of() : examples(examples);
    if (!notices.none() || from == null) {
      return Optional.empty();
    }
    Words name = Nodes.words(node.path("name"));
    String department = node.path("department").asString();
    return Optional.of(
        new Service(
            new ServiceKey(id, version),
            name,
            Nodes.words(node.path("summary")),
            from,
            until,
            department,
            header(node.path("header"), name),
            Nodes.texts(node.path("life_events")),
            Nodes.texts(node.path("keywords")),
            requirements(node.path("conditions")),
            form(node.path("form")),
            materials(node.path("materials")),
            uses(node.path("inputs")),
            uses(node.path("outputs")),
            drawn == null ? path(node.path("path"), department) : drawn.steps(),
            drawn == null ? null : drawn.flow(),
            fees(node.path("fees")),
            outlets(node.path("outlets")),
            node.path("old_cases").asString("finish").equals("migrate")
                ? Service.OldCases.MIGRATE
                : Service.OldCases.FINISH,
            schema,
            uiSchema,
            eligibility,
            sources(node.path("sources")),
            cited(node.path("cited")),
            stories));
  }

  private void folderSays(String field, String said, String folder) {
    if (!said.equals(folder)) {
      notices.add(
          "folder-name", "/" + field, said, "与文件夹名不一致。", "It is not the folder's name.", folder);
    }
  }

  private static Header header(JsonNode node, Words name) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("task_name", name.zh());
    for (var entry : node.properties()) {
      fields.put(entry.getKey(), String.join("；", Nodes.texts(entry.getValue())));
    }
    return new Header(fields);
  }

  static List<Requirement> requirements(JsonNode node) {
    List<Requirement> all = new ArrayList<>();
    for (JsonNode one : node) {
      all.add(
          new Requirement(
              one.path("id").asString(),
              Nodes.words(one),
              Nodes.tests(one.path("tests")),
              Nodes.words(one.path("remedy"))));
    }
    return all;
  }

  private static Form form(JsonNode node) {
    List<Form.Section> sections = new ArrayList<>();
    for (JsonNode one : node) {
      List<Form.Question> questions = new ArrayList<>();
      for (JsonNode ask : one.path("ask")) {
        questions.add(
            ask.isString()
                ? new Form.Question(ask.asString(), true, null)
                : new Form.Question(
                    ask.path("element").asString(),
                    !ask.path("optional").asBoolean(false),
                    Nodes.when(ask)));
      }
      sections.add(new Form.Section(one.path("section").asString(), Nodes.words(one), questions));
    }
    return new Form(sections);
  }

  private List<Material> materials(JsonNode node) {
    List<Material> all = new ArrayList<>();
    for (JsonNode one : node) {
      all.add(
          new Material(
              one.path("id").asString(),
              Nodes.words(one),
              one.path("form").asString("原件"),
              one.path("channel").asString("申请人自备"),
              one.path("copies").asInt(1),
              !one.path("optional").asBoolean(false),
              Nodes.when(one),
              Nodes.texts(one.path("licences")),
              one.path("of").asString("applicant"),
              one.path("accept_stand").asString(""),
              one.path("by_law").asString("示例")));
    }
    return all;
  }

  private static List<LicenceUse> uses(JsonNode node) {
    List<LicenceUse> all = new ArrayList<>();
    for (JsonNode one : node) {
      all.add(
          new LicenceUse(
              one.path("licence").asString(),
              one.path("of").asString(),
              !one.path("optional").asBoolean(false),
              Nodes.when(one)));
    }
    return all;
  }

  private static List<Step> path(JsonNode node, String department) {
    List<Step> all = new ArrayList<>();
    for (JsonNode one : node) {
      Step.Stage stage = Step.Stage.valueOf(one.path("stage").asString().toUpperCase(Locale.ROOT));
      all.add(
          new Step(
              one.path("id").asString(one.path("stage").asString()),
              stage,
              one.has("zh") ? Nodes.words(one) : usual(stage),
              one.path("by").asString(usualDesk(stage)),
              one.path("department").asString(department),
              one.path("days").asInt(),
              Nodes.text(one, "together")));
    }
    return all;
  }

  private static Words usual(Step.Stage stage) {
    return switch (stage) {
      case APPLY -> new Words("申请", "Apply");
      case ACCEPT -> new Words("受理", "Accept");
      case REVIEW -> new Words("审查", "Review");
      case DECIDE -> new Words("决定", "Decide");
      case ISSUE -> new Words("制证", "Issue");
      case DELIVER -> new Words("送达", "Deliver");
    };
  }

  static String usualDesk(Step.Stage stage) {
    return switch (stage) {
      case APPLY, ACCEPT, ISSUE, DELIVER -> "CLERK";
      case REVIEW -> "REVIEWER";
      case DECIDE -> "APPROVER";
    };
  }

  private static List<Fee> fees(JsonNode node) {
    List<Fee> all = new ArrayList<>();
    for (JsonNode one : node) {
      all.add(
          new Fee(
              one.path("id").asString(),
              Nodes.words(one),
              new BigDecimal(one.path("amount_yuan").asString()),
              Nodes.text(one, "per"),
              one.path("by_law").asString("示例"),
              one.path("waivable").asBoolean(false),
              Nodes.when(one)));
    }
    return all;
  }

  private static List<Outlet> outlets(JsonNode node) {
    List<Outlet> all = new ArrayList<>();
    for (var entry : node.properties()) {
      all.add(new Outlet(entry.getKey(), Nodes.texts(entry.getValue())));
    }
    return all;
  }

  static List<Source> sources(JsonNode node) {
    List<Source> all = new ArrayList<>();
    for (JsonNode one : node) {
      all.add(
          new Source(
              one.path("id").asString(),
              one.path("title").asString(),
              one.path("address").asString("")));
    }
    return all;
  }

  private static Map<String, String> cited(JsonNode node) {
    Map<String, String> cited = new LinkedHashMap<>();
    for (var entry : node.properties()) {
      for (String field : Nodes.texts(entry.getValue())) {
        cited.put(field, entry.getKey());
      }
    }
    return cited;
  }

  private List<Example> examples(JsonNode tree) {
    List<Example> all = new ArrayList<>();
    int at = 0;
    for (JsonNode one : tree.path("examples")) {
      List<Example.Happening> steps = new ArrayList<>();
      int step = 0;
      for (JsonNode happening : one.path("steps")) {
        String path = "/examples/" + at + "/steps/" + step++;
        LocalDate on = Nodes.date(happening, "on", path, notices);
        LocalDate due = Nodes.date(happening, "due", path, notices);
        if (on != null) {
          steps.add(
              new Example.Happening(
                  on,
                  happening.path("do").asString(),
                  happening.path("note").asString(""),
                  happening.path("state").asString(),
                  due));
        }
      }
      all.add(
          new Example(
              one.path("id").asString(),
              Nodes.words(one),
              Nodes.date(one, "on", "/examples/" + at, notices),
              plain(one.path("answers")),
              Nodes.texts(one.path("materials")),
              Nodes.texts(one.path("licences")),
              Nodes.texts(one.path("refused")),
              Nodes.text(one, "eligible"),
              rules(one.path("rules")),
              steps));
      at++;
    }
    return all;
  }

  private static Map<String, List<Integer>> rules(JsonNode node) {
    Map<String, List<Integer>> rules = new LinkedHashMap<>();
    for (var entry : node.properties()) {
      List<Integer> numbers = new ArrayList<>();
      entry.getValue().forEach(one -> numbers.add(one.asInt()));
      rules.put(entry.getKey(), numbers);
    }
    return rules;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> plain(JsonNode node) {
    return PlainYaml.JSON.convertValue(node, Map.class);
  }
}
