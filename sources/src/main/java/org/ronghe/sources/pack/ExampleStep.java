package org.ronghe.sources.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronghe.model.pack.AlarmExample.Answer;
import org.ronghe.model.pack.AlarmExample.Happening;
import org.ronghe.model.pack.AlarmExample.Step;

/// Reads one row of an example: `10 | 41.5 | raised@5, returned`.
final class ExampleStep {
  private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
  private static final String CHANGE = "(raised|returned)(?:@(" + NUMBER + "))?";
  private static final Pattern ROW =
      Pattern.compile(
          "\\s*(\\d+(?:\\.\\d+)?)\\s*\\|\\s*(bad|nothing|"
              + NUMBER
              + ")\\s*(?:\\|\\s*((?:"
              + CHANGE
              + "(?:\\s*,\\s*)?)*)\\s*)?");
  private static final Pattern ANSWER = Pattern.compile(CHANGE);

  private ExampleStep() {}

  static Optional<Step> parse(String row) {
    Matcher matcher = ROW.matcher(row);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double at_s = Double.parseDouble(matcher.group(1));
    String happens = matcher.group(2);
    Happening happening =
        switch (happens) {
          case "bad" -> new Happening.Bad();
          case "nothing" -> new Happening.Nothing();
          default -> new Happening.Value(Double.parseDouble(happens));
        };
    String answers = matcher.group(3) == null ? "" : matcher.group(3);
    return Optional.of(new Step(at_s, happening, answers(answers, at_s), row));
  }

  private static List<Answer> answers(String text, double at_s) {
    List<Answer> answers = new ArrayList<>();
    Matcher matcher = ANSWER.matcher(text);
    while (matcher.find()) {
      double when_s = matcher.group(2) == null ? at_s : Double.parseDouble(matcher.group(2));
      answers.add(new Answer(matcher.group(1).equals("raised"), when_s));
    }
    return answers;
  }
}
