package org.ronghe.engines.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronghe.model.pack.AlarmDeclaration;
import org.ronghe.model.pack.AlarmExample;
import org.ronghe.model.pack.AlarmExample.Answer;
import org.ronghe.model.pack.AlarmExample.Happening;
import org.ronghe.model.pack.AlarmExample.Step;
import org.ronghe.model.pack.Pack;
import org.ronghe.model.pack.Profile;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;

/// Plays the examples of a pack through the engine.
public final class PackProof {
  /// The expected interval of the point in every example.
  public static final double EXPECTED_INTERVAL_S = 60;

  private static final String POINT = "EXAMPLE";

  private PackProof() {}

  /// An example that did not go as written.
  ///
  /// @param rule e.g. `tunnel.ch4/high-high`
  /// @param example from 1
  /// @param step the row as it stands in the pack; empty when there is no example at all
  /// @param answered what the engine answered, written like a row
  public record Failure(String rule, int example, String step, String answered) {
    /// One line in English.
    public String english() {
      return step.isEmpty()
          ? rule + ": has no example. Every alarm proves itself by at least one."
          : "%s, example %d: at \"%s\" the engine answered \"%s\"."
              .formatted(rule, example, step, answered);
    }

    /// One line in Chinese.
    public String chinese() {
      return step.isEmpty()
          ? rule + "：没有示例。每条报警至少要有一个示例。"
          : "%s，示例 %d：在“%s”处，引擎的结果是“%s”。".formatted(rule, example, step, answered);
    }
  }

  /// All examples that fail, in file order; empty when the pack keeps its word.
  public static List<Failure> failures(Pack pack) {
    List<Failure> failures = new ArrayList<>();
    for (Profile profile : pack.profiles()) {
      for (AlarmDeclaration alarm : profile.alarms()) {
        if (alarm.examples().isEmpty()) {
          failures.add(new Failure(profile.ruleId(alarm), 0, "", ""));
        }
        for (int i = 0; i < alarm.examples().size(); i++) {
          play(profile, alarm, i, failures);
        }
      }
    }
    return failures;
  }

  private static void play(
      Profile profile, AlarmDeclaration alarm, int index, List<Failure> failures) {
    AlarmExample example = alarm.examples().get(index);
    String rule = profile.ruleId(alarm);
    List<AlarmRule> rules =
        Declared.rules(profile, EXPECTED_INTERVAL_S).stream()
            .filter(declared -> declared.id().equals(rule))
            .toList();
    AlarmEngine engine = new AlarmEngine(Map.of(POINT, rules), Settings.STANDARD);
    for (Step step : example.steps()) {
      List<Answer> answered =
          happen(engine, Math.round(step.at_s() * 1e6), step.happening()).stream()
              .map(change ->
                  new Answer(
                      change.change() == AlarmTransition.Change.RAISED, change.at_us() / 1e6))
              .toList();
      if (!answered.equals(step.answers())) {
        failures.add(new Failure(rule, index + 1, step.text().strip(), text(answered)));
        return;
      }
    }
  }

  private static List<AlarmTransition> happen(AlarmEngine engine, long at_us, Happening happening) {
    return switch (happening) {
      case Happening.Value value ->
          engine.accept(new Reading(POINT, at_us, at_us, value.value(), Quality.GOOD));
      case Happening.Bad _ ->
          engine.accept(new Reading(POINT, at_us, at_us, Double.NaN, Quality.BAD));
      case Happening.Nothing _ -> engine.advance(at_us);
    };
  }

  private static String text(List<Answer> answers) {
    List<String> words = new ArrayList<>();
    for (Answer answer : answers) {
      words.add((answer.raised() ? "raised@" : "returned@") + answer.at_s());
    }
    return words.isEmpty() ? "nothing" : String.join(", ", words);
  }
}
