package org.ronghe.serve.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.casework.CaseEvent;
import org.ronghe.engines.casework.CaseTimes;
import org.ronghe.engines.clock.Card;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.Step;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 监察: which department is late, with yellow and red cards; no personal data.
@Component
public class Supervision {
  private final CatalogueRoom room;
  private final CaseBook book;
  private final WorkCalendar calendar;
  private final JdbcClient database;

  Supervision(CatalogueRoom room, CaseBook book, WorkCalendar calendar, JdbcClient database) {
    this.room = room;
    this.book = book;
    this.calendar = calendar;
    this.database = database;
  }

  /// Departments with what lies on their desks today, the latest first.
  public List<Desk> departments() {
    LocalDate today = room.today();
    return database
        .sql(
            """
            select s.department, count(*) as open,
              count(*) filter (where s.due_on < :today) as step_late,
              count(*) filter (where f.due_on < :today) as promise_late,
              count(*) filter (where f.legal_due_on < :today) as law_late,
              min(s.started_on) as oldest
            from serve.case_step s join serve.case_file f using (number)
            group by s.department order by law_late desc, promise_late desc, step_late desc, 1
            """)
        .param("today", today)
        .query((row, _) ->
            new Desk(
                row.getString("department"),
                room.departmentName(row.getString("department")).orElse(""),
                row.getInt("open"),
                row.getInt("step_late"),
                row.getInt("promise_late"),
                row.getInt("law_late"),
                row.getObject("oldest", LocalDate.class)))
        .list();
  }

  /// Late cases with the cards their time has earned; at most 100, the latest first.
  public List<Late> late(@Nullable String department) {
    LocalDate today = room.today();
    List<String> numbers =
        database
            .sql(
                """
                select f.number from serve.case_file f join serve.case_step s using (number)
                where (s.due_on < :today or f.due_on < :today)
                  and (:department::text is null or s.department = :department::text)
                group by f.number, f.due_on order by min(coalesce(f.due_on, s.due_on)), f.number limit 100
                """)
            .param("today", today)
            .param("department", department)
            .query((row, _) -> row.getString(1))
            .list();
    List<Late> late = new ArrayList<>();
    for (String number : numbers) {
      cards(number).ifPresent(late::add);
    }
    return late;
  }

  /// The cards of one case.
  public Optional<Late> cards(String number) {
    return book.find(number)
        .filter(file -> !file.isParent())
        .map(file -> {
          Service service = room.pinned(file.service(), file.version());
          List<CaseEvent> events = book.events(number).stream().map(LoggedEvent::event).toList();
          return new Late(
              number,
              file.name(),
              file.department(),
              file.status().code(),
              file.dueOn(),
              CaseTimes.cards(service, calendar, events, room.today()),
              steps(file, service));
        });
  }

  /// Who has it now, and by how much they are late.
  private List<LateStep> steps(CaseFile file, Service service) {
    return database
        .sql(
            """
            select step, department, desk, started_on, due_on from serve.case_step
            where number = ? order by due_on, step
            """)
        .param(file.number())
        .query((row, _) -> {
          LocalDate due = row.getObject("due_on", LocalDate.class);
          String step = row.getString("step");
          String department = row.getString("department");
          return new LateStep(
              step,
              service.step(step).map(Step::name).orElseGet(() -> new Words(step, step)),
              department,
              room.departmentName(department).orElse(department),
              row.getString("desk"),
              row.getObject("started_on", LocalDate.class),
              due,
              due == null ? 0 : lateBy(due));
        })
        .list();
  }

  private int lateBy(LocalDate due) {
    return Math.max(0, WorkingDays.between(calendar, due, room.today()).orElse(0));
  }

  /// The cases, of these, whose log does not fit its hashes.
  public List<String> broken(List<String> numbers) {
    return numbers.stream().flatMap(number -> book.broken(number).stream()).toList();
  }

  public record Desk(
      String department,
      String name,
      int open,
      int stepLate,
      int promiseLate,
      int lawLate,
      LocalDate oldest) {}

  public record Late(
      String number,
      String name,
      String department,
      String status,
      @Nullable LocalDate dueOn,
      List<Card> cards,
      List<LateStep> steps) {}

  /// @param late_workingDays 0 while the step itself is not late
  public record LateStep(
      String step,
      Words name,
      String department,
      String departmentName,
      String desk,
      LocalDate startedOn,
      @Nullable LocalDate dueOn,
      int late_workingDays) {}
}
