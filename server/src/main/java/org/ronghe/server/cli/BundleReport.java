package org.ronghe.server.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.bundle.BundleAnswer;
import org.ronghe.engines.bundle.BundleEngine;
import org.ronghe.engines.bundle.BundlePlan;
import org.ronghe.engines.bundle.JointPromise;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.AnswerTest;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.Header;

/// A plan of a bundle as JSON.
final class BundleReport {
  private final Catalogue catalogue;
  private final BundlePlan plan;
  private final JointPromise.Answer promise;
  private final LocalDate from;

  BundleReport(Catalogue catalogue, BundlePlan plan, JointPromise.Answer promise, LocalDate from) {
    this.catalogue = catalogue;
    this.plan = plan;
    this.promise = promise;
    this.from = from;
  }

  Map<String, Object> json() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("id", plan.bundle().id());
    report.put("name", words(plan.bundle().name()));
    report.put("lead", plan.bundle().lead());
    report.put("services", plan.services().stream().map(this::service).toList());
    report.put(
        "form",
        plan.form().stream().filter(BundlePlan.Question::asked).map(this::question).toList());
    report.put(
        "notAsked", plan.form().stream().filter(one -> !one.asked()).map(this::question).toList());
    report.put("materials", plan.materials().stream().map(BundleReport::paper).toList());
    report.put("order", plan.services().stream().map(one -> one.service().id()).toList());
    report.put("parallel", plan.waves().stream().map(this::wave).toList());
    report.put("criticalPath", plan.criticalPath());
    report.put("promise", promise());
    report.put("gain", gains());
    report.put("published", plan.comparisons().stream().map(BundleReport::comparison).toList());
    report.put(
        "sources",
        plan.bundle().sources().stream()
            .map(source -> Map.of("title", source.title(), "address", source.address()))
            .toList());
    return report;
  }

  private Map<String, Object> service(BundlePlan.Planned one) {
    Header header = one.service().header();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("service", one.service().id());
    entry.put("version", one.service().key().version());
    entry.put("name", words(one.service().name()));
    entry.put("department", one.service().department());
    entry.put("optional", one.part().optional());
    entry.put("when", one.part().when() == null ? null : test(one.part().when()));
    entry.put(
        "needs",
        one.waits().stream()
            .map(wait -> {
              Map<String, String> need = new LinkedHashMap<>();
              need.put("licence", wait.licence());
              need.put("from", wait.producer());
              return need;
            })
            .toList());
    entry.put("gives", one.service().outputs().stream().map(use -> use.licence()).toList());
    entry.put("group", one.wave() + 1);
    entry.put("promised", header.text("promise_day") + header.text("promise_type"));
    entry.put("legal", header.text("anticipate_day") + header.text("anticipate_type"));
    entry.put("promisedWorkingDays", one.promised_workingDays());
    entry.put("startsOnDay", one.start_workingDay());
    entry.put("endsOnDay", one.finish_workingDay());
    entry.put("slack", one.slack_workingDays());
    entry.put("critical", one.critical());
    return entry;
  }

  private Map<String, Object> question(BundlePlan.Question one) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("element", one.element());
    Element element = catalogue.elements().get(one.element());
    if (element != null) {
      entry.put("name", words(element.name()));
      entry.put("type", element.type().code());
    }
    entry.put("for", one.askedFor());
    String filledBy = one.filledBy();
    if (filledBy != null) {
      entry.put("filledBy", filledBy);
    } else {
      entry.put("required", one.required());
      entry.put("when", conditions(one.when()));
      entry.put("licences", one.licences());
    }
    return entry;
  }

  private static Map<String, Object> paper(BundlePlan.Paper one) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("material", one.material().id());
    entry.put("name", words(one.material().name()));
    entry.put("of", one.material().of());
    entry.put("how", DeadlineReport.name(one.way()));
    entry.put("for", one.askedFor());
    entry.put("producedBy", one.producedBy());
    entry.put("licences", one.licences());
    entry.put("when", conditions(one.when()));
    return entry;
  }

  private Map<String, Object> wave(BundlePlan.Wave wave) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("services", wave.services());
    entry.put("departments", wave.departments());
    return entry;
  }

  private Map<String, Object> promise() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("workingDays", plan.promised_workingDays());
    entry.put("workingDaysWithoutOptional", requiredDays());
    entry.put("from", from.toString());
    switch (promise) {
      case JointPromise.Answer.Dates dates -> {
        entry.put("due", dates.joint().toString());
        Map<String, String> byService = new LinkedHashMap<>();
        plan.services()
            .forEach(one ->
                byService.put(
                    one.service().id(),
                    dates.byService().getOrDefault(one.service().id(), from).toString()));
        entry.put("byService", byService);
      }
      case JointPromise.Answer.NoCalendar none -> {
        entry.put("due", null);
        entry.put("noCalendarOf", none.year());
      }
    }
    return entry;
  }

  /// The promise when the applicant chooses none of the optional services.
  private int requiredDays() {
    Set<String> optional =
        plan.services().stream()
            .filter(one -> one.part().optional())
            .map(one -> one.service().id())
            .collect(Collectors.toSet());
    return switch (BundleEngine.plan(catalogue, plan.bundle(), from, optional)) {
      case BundleAnswer.Planned(BundlePlan required) -> required.promised_workingDays();
      case BundleAnswer.Circle _, BundleAnswer.NotEffective _ -> plan.promised_workingDays();
    };
  }

  private Map<String, Object> gains() {
    Map<String, Object> entry = new LinkedHashMap<>();
    BundlePlan.Gains gains = plan.gains();
    entry.put("fields", gain(gains.fields()));
    entry.put("materials", gain(gains.materials()));
    entry.put("materialsToBring", gain(gains.brought()));
    entry.put("visits", gain(gains.visits()));
    entry.put("visitsOnline", gain(gains.online()));
    entry.put("steps", gain(gains.steps()));
    entry.put("days", gain(gains.days()));
    entry.put("daysByLaw", gain(gains.legalDays()));
    return entry;
  }

  private static Map<String, Integer> gain(BundlePlan.Gain gain) {
    Map<String, Integer> entry = new LinkedHashMap<>();
    entry.put("before", gain.before());
    entry.put("after", gain.after());
    return entry;
  }

  private static Map<String, Object> comparison(BundlePlan.Comparison one) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("place", one.place());
    entry.put("measure", one.measure());
    entry.put("theirs", pair(one.theirsBefore(), one.theirsAfter()));
    entry.put("ours", pair(one.oursBefore(), one.oursAfter()));
    entry.put("zh", one.zh());
    entry.put("en", one.en());
    entry.put("source", one.source());
    return entry;
  }

  private static Map<String, Object> pair(@Nullable Number before, Number after) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("before", before);
    entry.put("after", after);
    return entry;
  }

  private static List<Object> conditions(List<BundlePlan.Condition> any) {
    List<Object> all = new ArrayList<>();
    for (BundlePlan.Condition one : any) {
      Map<String, Object> entry = new LinkedHashMap<>();
      if (one.chosen() != null) {
        entry.put("chosen", one.chosen());
      }
      entry.put("all", one.all().stream().map(BundleReport::test).toList());
      all.add(entry);
    }
    return all;
  }

  private static Map<String, Object> test(AnswerTest test) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("element", test.element());
    if (!test.is().isEmpty()) {
      entry.put("is", test.is());
    }
    if (!test.not().isEmpty()) {
      entry.put("not", test.not());
    }
    put(entry, "min", test.min());
    put(entry, "max", test.max());
    put(entry, "age_min_years", test.ageMin_years());
    put(entry, "age_max_years", test.ageMax_years());
    put(entry, "within_days", test.within_days());
    return entry;
  }

  private static void put(Map<String, Object> entry, String key, @Nullable Object value) {
    if (value != null) {
      entry.put(key, value);
    }
  }

  static Map<String, String> words(Words words) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("zh", words.zh());
    entry.put("en", words.en());
    return entry;
  }
}
