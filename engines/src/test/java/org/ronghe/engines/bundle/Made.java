package org.ronghe.engines.bundle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.AnswerTest;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Form;
import org.ronghe.model.service.Header;
import org.ronghe.model.service.LicenceKind;
import org.ronghe.model.service.LicenceUse;
import org.ronghe.model.service.Material;
import org.ronghe.model.service.Outlet;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.ServiceKey;

/// Services made by hand, one word for each thing said.
final class Made {
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Words WORDS = new Words("名", "name");
  private final Map<String, LicenceKind> licences = new LinkedHashMap<>();
  private final List<Service> services = new ArrayList<>();
  private final List<Bundle.Part> parts = new ArrayList<>();

  Made licence(String id, String... carries) {
    licences.put(id, new LicenceKind(id, WORDS, "d", List.of(carries), null, "示例"));
    return this;
  }

  /// @param says words like `asks p.name`, `asks p.age if p.old`, `paper card`, `paper card by
  ///   id-card`, `needs page`, `gives page`, `days 3`, `of dept`
  Made service(String id, String... says) {
    return service(new Bundle.Part(id, false, null), says);
  }

  Made service(Bundle.Part part, String... says) {
    List<Form.Question> questions = new ArrayList<>();
    List<Material> materials = new ArrayList<>();
    List<LicenceUse> inputs = new ArrayList<>();
    List<LicenceUse> outputs = new ArrayList<>();
    String days = "0";
    String department = "d";
    for (String say : says) {
      String[] word = say.split(" ");
      switch (word[0]) {
        case "asks" ->
            questions.add(new Form.Question(word[1], true, word.length > 3 ? yes(word[3]) : null));
        case "paper" ->
            materials.add(material(word[1], word.length > 3 ? List.of(word[3]) : List.of()));
        case "needs" -> inputs.add(new LicenceUse(word[1], "p", true, null));
        case "gives" -> outputs.add(new LicenceUse(word[1], "p", true, null));
        case "days" -> days = word[1];
        case "of" -> department = word[1];
        default -> throw new AssertionError(say);
      }
    }
    services.add(
        new Service(
            new ServiceKey(part.service(), "1"),
            WORDS,
            WORDS,
            DAY,
            null,
            department,
            new Header(
                Map.of(
                    "promise_day",
                    days,
                    "promise_type",
                    "工作日",
                    "anticipate_day",
                    "20",
                    "anticipate_type",
                    "工作日",
                    "limit_scene_num",
                    "0")),
            List.of(),
            List.of(),
            List.of(),
            new Form(List.of(new Form.Section("s", WORDS, questions))),
            materials,
            inputs,
            outputs,
            List.of(),
            null,
            List.of(),
            List.of(new Outlet("online", List.of("file"))),
            Service.OldCases.FINISH,
            null,
            null,
            null,
            List.of(),
            Map.of(),
            List.of()));
    parts.add(part);
    return this;
  }

  private static Material material(String id, List<String> licences) {
    return new Material(id, WORDS, "原件", "申请人自备", 1, true, null, licences, "p", "", "示例");
  }

  static AnswerTest yes(String element) {
    return new AnswerTest(element, List.of("true"), List.of(), null, null, null, null, null);
  }

  Bundle bundle() {
    return new Bundle(
        "b",
        WORDS,
        WORDS,
        "d",
        List.of(),
        List.of(),
        List.of(),
        parts,
        List.of(
            new Bundle.Published(
                "某地", 3, new Bundle.Gain(9.0, 4), null, new Bundle.Gain(null, 2), null, "", "x")),
        List.of());
  }

  BundleAnswer answer(String... leftOut) {
    Catalogue catalogue =
        new Catalogue(Map.of(), Map.of(), Map.of(), licences, services, List.of(bundle()));
    return BundleEngine.plan(catalogue, bundle(), DAY, Set.of(leftOut));
  }

  BundlePlan plan(String... leftOut) {
    BundleAnswer answer = answer(leftOut);
    if (answer instanceof BundleAnswer.Planned(BundlePlan plan)) {
      return plan;
    }
    throw new AssertionError(answer.toString());
  }

  boolean carries(String licence, String element) {
    LicenceKind kind = licences.get(licence);
    return kind != null && kind.fills("p").contains(element);
  }

  @Nullable Service find(String id) {
    return services.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }
}
