package org.ronghe.engines.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ronghe.model.service.Form;
import org.ronghe.model.service.Service;

/// What holds for whatever services are bundled.
class BundleLawsTest {
  /// Services without circles: licence `lN` is given by service N and needed by later ones only.
  /// They are handed over in any order.
  @Provide
  Arbitrary<Made> bundles() {
    return Arbitraries.longs()
        .map(seed -> {
          Random random = new Random(seed);
          Made made = new Made();
          int count = 1 + random.nextInt(7);
          List<Integer> numbers = new ArrayList<>();
          for (int i = 0; i < count; i++) {
            made.licence("l" + i, "holder.f" + random.nextInt(6), "holder.f" + random.nextInt(6));
            numbers.add(i);
          }
          Collections.shuffle(numbers, random);
          for (int number : numbers) {
            List<String> says = new ArrayList<>();
            says.add("days " + random.nextInt(5));
            says.add("gives l" + number);
            for (int earlier = 0; earlier < number; earlier++) {
              if (random.nextInt(3) == 0) {
                says.add(
                    (random.nextBoolean() ? "needs l" : "paper m" + earlier + " by l") + earlier);
              }
            }
            for (int field = 0; field < 6; field++) {
              if (random.nextInt(2) == 0) {
                boolean tests = random.nextInt(4) == 0 && field > 0;
                says.add("asks p.f" + field + (tests ? " if p.f0" : ""));
              }
            }
            if (says.contains("asks p.f0")
                || says.stream().noneMatch(say -> say.endsWith("if p.f0"))) {
              made.service("s" + number, says.toArray(String[]::new));
            } else {
              says.add("asks p.f0");
              made.service("s" + number, says.toArray(String[]::new));
            }
          }
          return made;
        });
  }

  @Property(tries = 300)
  void a01_noElementIsAskedTwiceAndNonePassedOver(@ForAll("bundles") Made made) {
    BundlePlan plan = made.plan();
    List<String> elements = plan.form().stream().map(BundlePlan.Question::element).toList();
    assertThat(elements).doesNotHaveDuplicates();
    Set<String> wanted = new HashSet<>();
    plan.services()
        .forEach(one ->
            one.service().form().questions().map(Form.Question::element).forEach(wanted::add));
    assertThat(elements).containsExactlyInAnyOrderElementsOf(wanted);
  }

  /// Minimal: take any question away and some service lacks an answer no output brings it, or a
  /// condition cannot be judged when filing.
  @Property(tries = 300)
  void a02_noQuestionCouldBeLeftOut(@ForAll("bundles") Made made) {
    BundlePlan plan = made.plan();
    Set<String> tested = new HashSet<>();
    plan.services()
        .forEach(one ->
            one.service()
                .form()
                .questions()
                .filter(question -> question.when() != null)
                .forEach(question -> tested.add("p.f0")));
    for (BundlePlan.Question question : plan.form()) {
      boolean lacking = tested.contains(question.element());
      for (BundlePlan.Planned one : plan.services()) {
        boolean asks =
            one.service()
                .form()
                .questions()
                .anyMatch(other -> other.element().equals(question.element()));
        lacking |= asks && !carried(made, plan, one, question.element());
      }
      assertThat(question.asked()).as(question.element()).isEqualTo(lacking);
    }
  }

  private static boolean carried(
      Made made, BundlePlan plan, BundlePlan.Planned service, String element) {
    Set<String> before = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(service.service().id()));
    Map<String, BundlePlan.Planned> all = new HashMap<>();
    plan.services().forEach(one -> all.put(one.service().id(), one));
    while (!open.isEmpty()) {
      BundlePlan.Planned at = all.get(open.removeLast());
      if (at != null) {
        at.waits().stream().map(BundleAnswer.Wait::producer).filter(before::add).forEach(open::add);
      }
    }
    return before.stream().anyMatch(id -> made.carries("l" + id.substring(1), element));
  }

  @Property(tries = 300)
  void b01_theOrderIsTopologicalAndTheScheduleKeepsIt(@ForAll("bundles") Made made) {
    BundlePlan plan = made.plan();
    Map<String, Integer> finish = new HashMap<>();
    Map<String, Integer> wave = new HashMap<>();
    for (BundlePlan.Planned one : plan.services()) {
      for (BundleAnswer.Wait wait : one.waits()) {
        assertThat(finish).as("done before").containsKey(wait.producer());
        assertThat(one.start_workingDay())
            .isGreaterThanOrEqualTo(finish.getOrDefault(wait.producer(), 0));
        assertThat(one.wave()).isGreaterThan(wave.getOrDefault(wait.producer(), 0));
      }
      assertThat(one.slack_workingDays()).isNotNegative();
      finish.put(one.service().id(), one.finish_workingDay());
      wave.put(one.service().id(), one.wave());
    }
  }

  /// The promise is the length of the critical path, never longer than one after the other, never
  /// shorter than the longest service.
  @Property(tries = 300)
  void b02_theCriticalPathIsThePromise(@ForAll("bundles") Made made) {
    BundlePlan plan = made.plan();
    int length = 0;
    int longest = 0;
    int sum = 0;
    for (BundlePlan.Planned one : plan.services()) {
      longest = Math.max(longest, one.promised_workingDays());
      sum += one.promised_workingDays();
      if (plan.criticalPath().contains(one.service().id())) {
        assertThat(one.critical()).isTrue();
        length += one.promised_workingDays();
      }
    }
    assertThat(plan.promised_workingDays()).isEqualTo(length).isBetween(longest, sum);
  }

  @Property(tries = 300)
  void c01_aQuestionComesAfterWhatItsConditionTests(@ForAll("bundles") Made made) {
    Set<String> seen = new HashSet<>();
    for (BundlePlan.Question question : made.plan().form()) {
      question.when().stream()
          .flatMap(condition -> condition.all().stream())
          .forEach(test -> assertThat(seen).contains(test.element()));
      seen.add(question.element());
    }
  }

  @Property(tries = 300)
  void d01_eachPaperIsListedOnceAndNoneThatAStepGivesIsBrought(@ForAll("bundles") Made made) {
    BundlePlan plan = made.plan();
    assertThat(plan.materials().stream().map(one -> one.material().id())).doesNotHaveDuplicates();
    for (BundlePlan.Paper paper : plan.materials()) {
      Service producer = made.find(paper.material().id().replace('m', 's'));
      assertThat(paper.way())
          .isEqualTo(producer == null ? BundlePlan.Way.LICENCE : BundlePlan.Way.PRODUCED);
    }
  }
}
