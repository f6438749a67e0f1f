package org.ronghe.serve.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.engines.casework.Verb;
import org.ronghe.engines.clock.DeadlineAnswer;
import org.ronghe.engines.clock.Deadlines;
import org.ronghe.engines.clock.Term;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// 好差评: five levels, dimensions by channel (GB/T 39735); a bad one opens a follow-up that is due in
/// 15 working days (示例: a city's rule). Complaints at any time.
@Component
public class Ratings {
  private static final Map<String, Set<String>> DIMENSIONS =
      Map.of(
          "online",
          Set.of("overall", "efficiency", "guide", "convenience", "platform"),
          "offline",
          Set.of("overall", "efficiency", "skill", "attitude"));
  private static final int FOLLOW_UP_WORKING_DAYS = 15;
  private final CaseDesk desk;
  private final CatalogueRoom room;
  private final WorkCalendar calendar;
  private final JdbcClient database;
  private final JsonMapper json;

  Ratings(
      CaseDesk desk,
      CatalogueRoom room,
      WorkCalendar calendar,
      JdbcClient database,
      JsonMapper json) {
    this.desk = desk;

    this.room = room;
    this.calendar = calendar;
    this.database = database;
    this.json = json;
  }

  /// Rates a finished case, once.
  ///
  /// @param level 5 非常满意 … 1 非常不满意
  @Transactional
  public void rate(
      String number,
      int level,
      String channel,
      Map<String, Integer> dimensions,
      String comment,
      Caller caller) {
    Set<String> known = DIMENSIONS.get(channel);
    boolean fits =
        known != null
            && level >= 1
            && level <= 5
            && known.containsAll(dimensions.keySet())
            && dimensions.values().stream().allMatch(v -> v >= 1 && v <= 5)
            && comment.length() <= 1000;
    if (!fits) {
      throw Problem.badRequest(
          "rating",
          "评价为 1 到 5 级；渠道 online 或 offline，指标须属于该渠道：" + DIMENSIONS,
          "Levels are 1 to 5; channel is online or offline, with its dimensions: " + DIMENSIONS);
    }
    desk.act(number, Action.of(Verb.RATE), caller);
    database
        .sql(
            """
            insert into serve.rating (number, level, channel, dimensions, comment, at, follow_up_due)
            values (:number, :level, :channel, :dimensions, :comment, now(), :due)
            """)
        .param("number", number)
        .param("level", level)
        .param("channel", channel)
        .param("dimensions", json.writeValueAsString(dimensions))
        .param("comment", comment)
        .param("due", level <= 2 ? followUp() : null)
        .update();
  }

  private @org.jspecify.annotations.Nullable LocalDate followUp() {
    return switch (Deadlines.due(
        calendar, room.today(), Term.workingDays(FOLLOW_UP_WORKING_DAYS), List.of())) {
      case DeadlineAnswer.Due due -> due.due();
      case DeadlineAnswer.NoCalendar _ -> null;
    };
  }

  @Transactional
  public void complain(String number, String text, Caller caller) {
    desk.act(number, Action.of(Verb.COMPLAIN, text), caller);
    database
        .sql(
            """
            insert into serve.complaint (number, account, text, due_on)
            values (:number, :account, :text, :due)
            """)
        .param("number", number)
        .param("account", caller.account())
        .param("text", text)
        .param("due", followUp())
        .update();
  }

  /// Bad ratings that nobody has answered yet, the most urgent first.
  public List<FollowUp> followUps() {
    return database
        .sql(
            """
            select r.number, f.name, f.department, r.level, r.comment, r.follow_up_due
            from serve.rating r join serve.case_file f using (number)
            where r.level <= 2 and r.answered_at is null order by r.follow_up_due, r.number limit 200
            """)
        .query((row, _) ->
            new FollowUp(
                row.getString("number"),
                row.getString("name"),
                row.getString("department"),
                row.getInt("level"),
                row.getString("comment"),
                row.getObject("follow_up_due", LocalDate.class)))
        .list();
  }

  @Transactional
  public void answer(String number, String answer) {
    if (answer.isBlank() || answer.length() > 2_000) {
      throw Problem.badRequest(
          "answer", "答复须有 1 到 2000 字。", "An answer has 1 to 2,000 characters.");
    }
    int done =
        database
            .sql(
                "update serve.rating set answered_at = now(), answer = ? where number = ? and answered_at is null")
            .params(List.of(answer, number))
            .update();
    if (done == 0) {
      throw Problem.notFound("no-rating", "没有待整改的评价。", "There is no rating to answer.");
    }
  }

  public record FollowUp(
      String number,
      String name,
      String department,
      int level,
      String comment,
      @org.jspecify.annotations.Nullable LocalDate dueOn) {}
}
