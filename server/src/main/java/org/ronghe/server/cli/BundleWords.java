package org.ronghe.server.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.ronghe.engines.bundle.BundlePlan;
import org.ronghe.engines.bundle.JointPromise;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Element;

/// A plan of a bundle for people.
final class BundleWords {
  private final Catalogue catalogue;
  private final BundlePlan plan;
  private final JointPromise.Answer promise;
  private final LocalDate from;
  private final StringBuilder out = new StringBuilder(1_024);

  BundleWords(Catalogue catalogue, BundlePlan plan, JointPromise.Answer promise, LocalDate from) {
    this.catalogue = catalogue;
    this.plan = plan;
    this.promise = promise;
    this.from = from;
  }

  String text() {
    out.append(say(plan.bundle().name()));
    order();
    form();
    materials();
    gains();
    for (BundlePlan.Comparison one : plan.comparisons()) {
      line(
          one.place() + " " + one.measure() + "：" + one.zh() + " [" + one.source() + "]",
          one.place() + ", " + one.measure() + ": " + one.en() + " [" + one.source() + "]");
    }
    return out.toString();
  }

  private void order() {
    String zhDue =
        switch (promise) {
          case JointPromise.Answer.Dates dates -> from + " 受理的，" + dates.joint() + " 前办完";
          case JointPromise.Answer.NoCalendar none -> "缺 " + none.year() + " 年日历，算不出日期";
        };
    String enDue =
        switch (promise) {
          case JointPromise.Answer.Dates dates ->
              "accepted on " + from + ", done by " + dates.joint();
          case JointPromise.Answer.NoCalendar none ->
              "no date: there is no calendar of " + none.year();
        };
    line(
        "承诺 " + plan.promised_workingDays() + " 个工作日；" + zhDue,
        "promise " + plan.promised_workingDays() + " working days; " + enDue);
    int group = 1;
    for (BundlePlan.Wave wave : plan.waves()) {
      line(
          "第 " + group + " 批同时办：" + String.join("、", wave.services()),
          "group " + group + ", side by side: " + String.join(", ", wave.services()));
      group++;
    }
    line(
        "关键路径：" + String.join(" → ", plan.criticalPath()),
        "critical path: " + String.join(" → ", plan.criticalPath()));
  }

  private void form() {
    List<BundlePlan.Question> asked =
        plan.form().stream().filter(BundlePlan.Question::asked).toList();
    line(
        "要填 " + asked.size() + " 项：" + names(asked, true),
        asked.size() + " questions: " + names(asked, false));
  }

  private String names(List<BundlePlan.Question> questions, boolean chinese) {
    return questions.stream()
        .map(question -> {
          Element element = catalogue.elements().get(question.element());
          if (element == null) {
            return question.element();
          }
          return chinese ? element.name().zh() : element.name().en();
        })
        .collect(Collectors.joining(chinese ? "、" : ", "));
  }

  private void materials() {
    for (BundlePlan.Paper paper : plan.materials()) {
      String zh =
          switch (paper.way()) {
            case PRODUCED -> "不用交，由 " + paper.producedBy() + " 产生";
            case LICENCE -> "有电子证照的不用交";
            case BROUGHT -> "自备";
          };
      String en =
          switch (paper.way()) {
            case PRODUCED -> "not asked: " + paper.producedBy() + " gives it";
            case LICENCE -> "an electronic licence can stand for it";
            case BROUGHT -> "to be handed in";
          };
      line(
          "材料 " + paper.material().name().zh() + "：" + zh,
          paper.material().name().en() + ": " + en);
    }
  }

  private void gains() {
    BundlePlan.Gains gains = plan.gains();
    gain("填表", "questions", gains.fields());
    gain("材料", "documents", gains.materials());
    gain("自备材料", "documents to bring", gains.brought());
    gain("跑动", "visits", gains.visits());
    gain("环节", "steps", gains.steps());
    gain("天数", "days", gains.days());
  }

  private void gain(String zh, String en, BundlePlan.Gain gain) {
    line(
        zh + " " + gain.before() + " → " + gain.after(),
        en + " " + gain.before() + " → " + gain.after());
  }

  private void line(String zh, String en) {
    out.append("\n  ").append(Words.say(zh, en));
  }

  private static String say(org.ronghe.model.pack.Words words) {
    return Words.say(words.zh(), words.en());
  }
}
