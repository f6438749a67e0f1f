package org.ronghe.sources.service;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.service.AnswerTest;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.LicenceUse;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.Source;
import org.ronghe.model.service.Step;
import org.ronghe.sources.pack.PackNotice;

/// What the schema cannot say: names that must be known elsewhere, orders that must hold.
final class ServiceCheck {
  private final Service service;
  private final Catalogue ground;
  private final Notices notices;
  private final Set<String> asked;

  private ServiceCheck(Service service, Catalogue ground, Notices notices) {
    this.service = service;
    this.ground = ground;
    this.notices = notices;
    this.asked = service.form().questions().map(q -> q.element()).collect(Collectors.toSet());
  }

  static boolean isSound(Service service, Catalogue ground, String at, List<PackNotice> all) {
    Notices notices = new Notices(at + "service.yaml", all);
    ServiceCheck check = new ServiceCheck(service, ground, notices);
    check.form();
    check.papers();
    check.rest();
    check.path();
    check.header();
    Notices rules = new Notices(at + EligibilityReader.FILE, all);
    if (service.eligibility() != null) {
      EligibilityReader.check(service, service.eligibility(), ground.elements(), rules);
    }
    return notices.none() && rules.none();
  }

  private void form() {
    Set<String> seen = new HashSet<>();
    service
        .form()
        .questions()
        .forEach(question -> {
          known("element", "/form", question.element(), ground.elements().keySet());
          if (!seen.add(question.element())) {
            notices.add(
                "asked-twice", "/form", question.element(), "同一要素问了两次。", "It is asked twice.");
          }
          when("/form", question.when());
        });
  }

  private void papers() {
    Set<String> seen = new HashSet<>();
    service
        .materials()
        .forEach(material -> {
          if (!seen.add(material.id())) {
            notices.add(
                "material-twice", "/materials", material.id(), "材料重复。", "It is listed twice.");
          }
          material
              .licences()
              .forEach(
                  licence -> known("licence", "/materials", licence, ground.licences().keySet()));
          known("role", "/materials", material.of(), ground.roles().keySet());
          when("/materials", material.when());
        });
    service.inputs().forEach(use -> use("/inputs", use));
    service.outputs().forEach(use -> use("/outputs", use));
  }

  private void use(String path, LicenceUse use) {
    known("licence", path, use.licence(), ground.licences().keySet());
    known("role", path, use.of(), ground.roles().keySet());
    when(path, use.when());
  }

  private void rest() {
    known("department", "/department", service.department(), ground.departments().keySet());
    service.conditions().forEach(c -> c.all().forEach(test -> test("/conditions", test)));
    service
        .fees()
        .forEach(fee -> {
          when("/fees", fee.when());
          if (fee.per() != null) {
            known("element", "/fees", fee.per(), asked);
          }
        });
    Set<String> ids = service.sources().stream().map(Source::id).collect(Collectors.toSet());
    service
        .cited()
        .forEach((part, source) -> {
          known("source", "/cited", source, ids);
          if (!part.startsWith("/") && !service.header().fields().containsKey(part)) {
            known("header-field", "/cited/" + source, part, service.header().fields().keySet());
          }
        });
  }

  private void path() {
    Set<String> ids = new HashSet<>();
    Step.@Nullable Stage before = null;
    for (Step step : service.path()) {
      known("department", "/path", step.department(), ground.departments().keySet());
      if (!ids.add(step.id())) {
        notices.add("step-twice", "/path", step.id(), "环节编号重复。", "Two steps share an id.");
      }
      boolean listed = service.flow() == null; // a drawn path is proved by being played
      if (listed && before != null && step.stage().compareTo(before) < 0) {
        notices.add(
            "path-order", "/path", step.id(), "环节顺序不对。", "The stages are not in their order.");
      }
      before = step.stage();
    }
    for (Step.Stage needed : List.of(Step.Stage.ACCEPT, Step.Stage.DECIDE)) {
      long found = service.path().stream().filter(step -> step.stage() == needed).count();
      if (found != 1) {
        notices.add(
            "path-stage",
            "/path",
            needed.name(),
            "受理、决定环节须各有一个。",
            "There must be one accept and one decide step.");
      }
    }
    boolean issues = service.path().stream().anyMatch(s -> s.stage() == Step.Stage.ISSUE);
    if (!service.outputs().isEmpty() && !issues) {
      notices.add(
          "no-issue-step",
          "/path",
          "",
          "有结果证照却没有制证环节。",
          "It gives a licence but has no issue step.");
    }
  }

  private void header() {
    boolean sameUnit =
        service.header().text("anticipate_type").equals(service.header().text("promise_type"));
    if (sameUnit && service.header().promised_days() > service.header().legal_days()) {
      notices.add(
          "promise-over-law",
          "/header/promise_day",
          service.header().text("promise_day"),
          "承诺时限长于法定时限。",
          "The promise is longer than the law allows.");
    }
  }

  private void when(String path, @Nullable AnswerTest test) {
    if (test != null) {
      test(path, test);
    }
  }

  private void test(String path, AnswerTest test) {
    known("element", path, test.element(), asked);
    Element element = ground.elements().get(test.element());
    if (element == null || element.choices().isEmpty()) {
      return;
    }
    Set<String> values =
        element.choices().stream().map(Element.Choice::value).collect(Collectors.toSet());
    test.is().forEach(value -> known("choice", path + "/when", value, values));
    test.not().forEach(value -> known("choice", path + "/when", value, values));
  }

  private void known(String what, String path, String value, Collection<String> known) {
    if (!known.contains(value)) {
      notices.unknown(
          "no-such-" + what,
          path,
          value,
          known,
          "未定义（" + what + "）；表单里没问的要素也不能用作条件。",
          "There is no such " + what + " here (a condition can only use what the form asks).");
    }
  }
}
