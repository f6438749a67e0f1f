package org.ronghe.serve.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.casework.CaseEvent;
import org.ronghe.engines.casework.CaseTimes;
import org.ronghe.engines.clock.Card;
import org.ronghe.engines.clock.PhaseReading;
import org.ronghe.engines.clock.StepRun;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Service;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Departments side by side over the last days: how many steps they did in time, their cards, the
/// days they used, how they were rated. No personal data.
@Component
public class Scores {
  private static final int MOST_CASES = 5_000;
  private final CatalogueRoom room;
  private final CaseBook book;
  private final WorkCalendar calendar;
  private final JdbcClient database;

  Scores(CatalogueRoom room, CaseBook book, WorkCalendar calendar, JdbcClient database) {
    this.room = room;
    this.book = book;
    this.calendar = calendar;
    this.database = database;
  }

  /// @param days how far back; cases that moved since then count, the newest 5,000 of them
  public Board board(int days) {
    LocalDate from = room.today().minusDays(days);
    Map<String, Tally> tallies = new TreeMap<>();
    List<CaseFile> files = files(from);
    Map<String, List<LoggedEvent>> logs =
        book.events(files.stream().map(CaseFile::number).toList());
    for (CaseFile file : files) {
      count(file, logs.getOrDefault(file.number(), List.of()), tallies);
    }
    open(tallies);
    ratings(from, tallies);
    List<Score> scores =
        tallies.entrySet().stream()
            .map(one -> one.getValue().score(one.getKey(), name(one.getKey())))
            .toList();
    return new Board(from, room.today(), files.size(), files.size() == MOST_CASES, scores);
  }

  private Words name(String department) {
    return room.catalogue()
        .departments()
        .getOrDefault(department, new Words(department, department));
  }

  private List<CaseFile> files(LocalDate from) {
    return database
        .sql(
            "select "
                + CaseBook.COLUMNS
                + """
                 from serve.case_file where service <> '' and changed_at >= ?
                order by changed_at desc limit 5000
                """)
        .param(CaseBook.utc(from.atStartOfDay(CatalogueRoom.ZONE).toInstant()))
        .query(CaseBook::file)
        .list();
  }

  private void count(CaseFile file, List<LoggedEvent> log, Map<String, Tally> tallies) {
    Service service = room.pinned(file.service(), file.version());
    List<CaseEvent> events = log.stream().map(LoggedEvent::event).toList();
    for (StepRun run : CaseTimes.runs(service, events)) {
      run.endedOn()
          .ifPresent(ended -> {
            Tally tally = tally(tallies, run.department());
            tally.steps++;
            tally.step_days +=
                Math.max(0, WorkingDays.between(calendar, run.startedOn(), ended).orElse(0));
          });
    }
    boolean late = false;
    for (Card card : CaseTimes.cards(service, calendar, events, room.today())) {
      Tally tally = tally(tallies, card.department());
      tally.yellow += card.colour() == Card.Colour.YELLOW ? 1 : 0;
      tally.red += card.colour() == Card.Colour.RED ? 1 : 0;
      late |= card.trigger() != Card.Trigger.STEP_OVER_LIMIT;
    }
    if (file.closedOn() != null) {
      Tally tally = tally(tallies, file.department());
      tally.closed++;
      tally.onTime += late ? 0 : 1;
      tally.case_days +=
          CaseTimes.read(service, calendar, events, room.today()).phases().stream()
              .mapToInt(PhaseReading::used)
              .sum();
    }
  }

  private static Tally tally(Map<String, Tally> tallies, String department) {
    return tallies.computeIfAbsent(department, _ -> new Tally());
  }

  private void open(Map<String, Tally> tallies) {
    database
        .sql(
            """
            select department, count(*), count(*) filter (where due_on < ?) from serve.case_step
            group by department
            """)
        .param(room.today())
        .query((row, _) -> {
          Tally tally = tally(tallies, row.getString(1));
          tally.open = row.getInt(2);
          tally.openLate = row.getInt(3);
          return tally;
        })
        .list();
  }

  private void ratings(LocalDate from, Map<String, Tally> tallies) {
    database
        .sql(
            """
            select f.department, count(*), sum(r.level), count(*) filter (where r.level <= 2)
            from serve.rating r join serve.case_file f using (number)
            where r.at >= ? group by f.department
            """)
        .param(CaseBook.utc(from.atStartOfDay(CatalogueRoom.ZONE).toInstant()))
        .query((row, _) -> {
          Tally tally = tally(tallies, row.getString(1));
          tally.ratings = row.getInt(2);
          tally.levels = row.getInt(3);
          tally.bad = row.getInt(4);
          return tally;
        })
        .list();
  }

  private static final class Tally {
    private int open;
    private int openLate;
    private int steps;
    private int step_days;
    private int yellow;
    private int red;
    private int closed;
    private int onTime;
    private int case_days;
    private int ratings;
    private int levels;
    private int bad;

    Score score(String department, Words name) {
      return new Score(
          department,
          name,
          open,
          openLate,
          steps,
          mean(step_days, steps),
          closed,
          onTime,
          mean(case_days, closed),
          yellow,
          red,
          ratings,
          mean(levels, ratings),
          bad);
    }

    private static @Nullable Double mean(int sum, int count) {
      return count == 0 ? null : (double) sum / count;
    }
  }

  /// @param counted cases looked at
  /// @param partial there were more than are looked at
  public record Board(
      LocalDate from, LocalDate to, int counted, boolean partial, List<Score> departments) {}

  /// @param open steps on its desks now
  /// @param steps done in these days, with the working days each took on average
  /// @param closed cases it runs that ended, `onTime` of them within their promise
  /// @param case_workingDays counted days a case used on average, suspensions left out
  /// @param ratings how many, with their mean level of 5; `bad` are 1 and 2
  public record Score(
      String department,
      Words name,
      int open,
      int openLate,
      int steps,
      @Nullable Double step_workingDays,
      int closed,
      int onTime,
      @Nullable Double case_workingDays,
      int yellow,
      int red,
      int ratings,
      @Nullable Double level,
      int bad) {}
}
