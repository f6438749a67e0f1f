package org.ronghe.server.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronghe.model.calendar.Span;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Reads days and spans of days from the command line.
final class Dates {
  private static final Pattern LOOSE = Pattern.compile("(\\d{4})\\D?(\\d{1,2})\\D?(\\d{1,2})\\D?");

  private Dates() {}

  static LocalDate day(CommandLine line, String option, String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException notADay) {
      throw new ParameterException(
          line,
          Words.say(
              option + " 的日期“" + text + "”不对：要写成 2026-01-31。" + maybe(text, "或许是 "),
              "The date “"
                  + text
                  + "” of "
                  + option
                  + " is not one: write it like 2026-01-31."
                  + maybe(text, " Maybe ")),
          notADay);
    }
  }

  /// `FROM..TO`, both included; one day alone is a span of one day.
  static Span span(CommandLine line, String option, String text) {
    int dots = text.indexOf("..");
    LocalDate from = day(line, option, dots < 0 ? text : text.substring(0, dots));
    LocalDate to = dots < 0 ? from : day(line, option, text.substring(dots + 2));
    if (from.isAfter(to)) {
      throw new ParameterException(
          line,
          Words.say(
              option
                  + " 的区间“"
                  + text
                  + "”倒了："
                  + from
                  + " 在 "
                  + to
                  + " 之后。或许是 "
                  + to
                  + ".."
                  + from
                  + "？",
              "The span “"
                  + text
                  + "” of "
                  + option
                  + " is the wrong way round: "
                  + from
                  + " is after "
                  + to
                  + ". Maybe "
                  + to
                  + ".."
                  + from
                  + "?"));
    }
    return new Span(from, to);
  }

  private static String maybe(String text, String before) {
    Matcher matcher = LOOSE.matcher(text.strip());
    if (!matcher.matches()) {
      return "";
    }
    String guess =
        String.format(
            Locale.ROOT,
            "%s-%02d-%02d",
            matcher.group(1),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)));
    try {
      return before + LocalDate.parse(guess) + "?";
    } catch (DateTimeParseException noGuess) {
      return "";
    }
  }
}
