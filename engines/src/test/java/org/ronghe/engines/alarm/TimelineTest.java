package org.ronghe.engines.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;

/// Plays `timelines.txt`: every row's answer is exactly what the table says.
class TimelineTest {
  private record Story(String title, String rule, List<String> rows) {}

  @TestFactory
  Stream<DynamicTest> everyTimelineHappensAsWritten() throws IOException {
    List<Story> stories = stories();
    assertThat(stories).hasSizeGreaterThan(15);
    return stories.stream().map(story -> DynamicTest.dynamicTest(story.title(), () -> play(story)));
  }

  private static void play(Story story) {
    AlarmEngine engine =
        new AlarmEngine(Map.of("P", List.of(RuleText.rule(story.rule()))), Settings.STANDARD);
    List<String> answers = new ArrayList<>();
    for (String row : story.rows()) {
      String[] cells = row.split("\\|", -1);
      long at_us = seconds(cells[0]);
      answers.add(
          String.format(
              Locale.ROOT,
              "%s|%s| %s",
              cells[0],
              cells[1],
              answer(happen(engine, at_us, cells[1].trim()), at_us)));
    }
    assertThat(answers.stream().map(String::strip))
        .as("%s, rule %s", story.title(), story.rule())
        .containsExactlyElementsOf(story.rows().stream().map(String::strip).toList());
  }

  private static List<AlarmTransition> happen(AlarmEngine engine, long at_us, String what) {
    return switch (what) {
      case "nothing" -> engine.advance(at_us);
      case "acknowledge" -> engine.acknowledge("P", "rule", at_us).stream().toList();
      case "bad" ->
          engine.accept(new Reading("P", at_us, at_us, Double.NaN, Quality.BAD_SENSOR_FAILURE));
      default ->
          engine.accept(new Reading("P", at_us, at_us, Double.parseDouble(what), Quality.GOOD));
    };
  }

  private static String answer(List<AlarmTransition> transitions, long at_us) {
    return transitions.stream()
        .map(transition ->
            transition.change().name().toLowerCase(Locale.ROOT)
                + (transition.at_us() == at_us ? "" : "@" + transition.at_us() / 1_000_000)
                + " "
                + letter(transition.to()))
        .collect(Collectors.joining(", "));
  }

  private static String letter(AlarmState state) {
    return switch (state) {
      case AlarmState.Normal _ -> "A";
      case AlarmState.UnacknowledgedActive _ -> "B";
      case AlarmState.AcknowledgedActive _ -> "C";
      case AlarmState.UnacknowledgedReturned _ -> "D";
    };
  }

  private static long seconds(String cell) {
    return Math.round(Double.parseDouble(cell.trim()) * 1e6);
  }

  private static List<Story> stories() throws IOException {
    try (InputStream in = TimelineTest.class.getResourceAsStream("timelines.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<Story> stories = new ArrayList<>();
      for (String part : text.split("(?m)^== ")) {
        List<String> lines = part.lines().toList();
        List<String> rules = lines.stream().filter(line -> line.startsWith("rule: ")).toList();
        if (!rules.isEmpty()) {
          List<String> rows =
              lines.stream().filter(line -> line.matches("\\s*\\d+ *\\|.*")).toList();
          assertThat(lines).as(part).anyMatch(line -> line.startsWith("clause: "));
          assertThat(rows).as(part).isNotEmpty();
          stories.add(new Story(lines.getFirst(), rules.getFirst().substring(6), rows));
        }
      }
      return stories;
    }
  }
}
