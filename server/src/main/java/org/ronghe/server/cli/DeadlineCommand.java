package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.clock.DeadlineAnswer;
import org.ronghe.engines.clock.Deadlines;
import org.ronghe.engines.clock.Suspension;
import org.ronghe.engines.clock.Term;
import org.ronghe.model.calendar.WorkCalendar;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./ronghe serve deadline`: when a term ends, with the ledger of its days.
@Command(
    name = "deadline",
    mixinStandardHelpOptions = true,
    description = {
      "推算办事时限，并逐段说明 / when a term ends, and why, line by line",
      "起算当日不计；中止的日子含首尾，不计 / the first day is not counted; suspended days, both ends"
          + " included, are not counted"
    })
final class DeadlineCommand implements Callable<Integer> {
  private static final org.ronghe.model.pack.Words STOPPED =
      new org.ronghe.model.pack.Words("中止", "suspended");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "起算日（受理之日）/ the day it is counted from (acceptance)")
  private String from = "";

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Length length = new Length();

  /// How long: one of the two.
  static final class Length {
    @Option(
        names = "--working-days",
        paramLabel = "N",
        description = "工作日数 / number of working days")
    private @Nullable String workingDays;

    @Option(
        names = "--calendar-days",
        paramLabel = "N",
        description = "自然日数；末日是休息日的顺延 / calendar days; an end on a rest day moves on")
    private @Nullable String calendarDays;
  }

  @Option(
      names = "--suspend",
      arity = "1..*",
      split = ",",
      paramLabel = "FROM..TO",
      description = "中止区间，可多次 / days not counted; may be given several times")
  private List<String> suspend = List.of();

  @Option(
      names = "--calendars",
      paramLabel = "DIR",
      description = "日历文件夹（缺省为随附的）/ folder of calendars (default: the shipped ones)")
  private @Nullable Path calendars;

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    LocalDate start = Dates.day(spec.commandLine(), "--from", from);
    Term term = term();
    List<Suspension> suspensions = new ArrayList<>();
    for (String text : suspend) {
      suspensions.add(new Suspension(Dates.span(spec.commandLine(), "--suspend", text), STOPPED));
    }
    WorkCalendar calendar = Calendars.read(calendars == null ? Calendars.shipped() : calendars);
    DeadlineAnswer answer = Deadlines.due(calendar, start, term, suspensions);
    switch (answer) {
      case DeadlineAnswer.NoCalendar none ->
          throw Calendars.noCalendar(
              none.year(),
              calendar,
              "（自 " + start + " 起数到 " + none.counted() + " / " + term.words().zh() + "）",
              " (" + none.counted() + " of " + term.words().en() + " counted from " + start + ")");
      case DeadlineAnswer.Due due ->
          new Terminal(spec.commandLine(), json)
              .answer(
                  DeadlineReport.of(start, term, suspensions, due, calendar),
                  DeadlineReport.words(term, due, calendar));
    }
    return Commands.DONE;
  }

  private Term term() {
    String working = length.workingDays;
    String calendarDays = length.calendarDays;
    return working != null
        ? Term.workingDays(days("--working-days", working))
        : Term.calendarDays(days("--calendar-days", calendarDays == null ? "" : calendarDays));
  }

  private int days(String option, String text) {
    int days = -1;
    if (text.strip().matches("[0-9]{1,9}")) {
      days = Integer.parseInt(text.strip());
    }
    if (days < 1) {
      throw new ParameterException(
          spec.commandLine(),
          Words.say(
              option + " 的值“" + text + "”不对：要写 1 到 999999999 的整数，如 20。",
              "The value “"
                  + text
                  + "” of "
                  + option
                  + " must be a whole number from 1 to 999999999, such as 20."));
    }
    return days;
  }
}
