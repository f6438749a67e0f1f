package org.ronghe.serve.hall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.queue.Calling;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tickets of a day at an outlet: taken, called, served. One call at a time per outlet, so no
/// ticket is called to two windows.
@Component
public class Tickets {
  private static final int MOST_PASSES = 3;
  private static final int NOT_WAITING = -1;

  private final JdbcClient database;
  private final Appointments appointments;
  private final Outlets outlets;

  Tickets(JdbcClient database, Appointments appointments, Outlets outlets) {
    this.database = database;
    this.appointments = appointments;
    this.outlets = outlets;
  }

  /// @param ahead how many would be called before it; -1 when it does not wait
  public record Ticket(
      String number,
      String topic,
      boolean rightOfWay,
      boolean booked,
      String state,
      @Nullable String window,
      int passes,
      Instant cameAt,
      @Nullable Instant calledAt,
      int ahead) {
    Ticket behind(List<String> order) {
      return new Ticket(
          number,
          topic,
          rightOfWay,
          booked,
          state,
          window,
          passes,
          cameAt,
          calledAt,
          order.indexOf(number));
    }
  }

  /// What the screen in the hall shows: numbers and windows, nobody's name.
  public record Board(List<Called> called, int waiting, double wait_min) {}

  public record Called(String number, String window, String state) {}

  /// Takes a ticket.
  ///
  /// @param appointment number of a booking for today; null for a walk-in
  @Transactional
  public Ticket take(String outlet, String topic, boolean rightOfWay, @Nullable Long appointment) {
    outlets.one(outlet);
    ZonedDateTime now = appointments.now();
    lock(outlet);
    Integer booked_min = null;
    if (appointment != null) {
      Appointments.Appointment booking =
          appointments
              .today(appointment, outlet)
              .orElseThrow(() ->
                  Problem.notFound(
                      "no-appointment",
                      "今天在这里没有这个预约，可以取普通号。",
                      "There is no such booking here today; take an ordinary ticket."));
      booked_min = booking.slot_min();
      database
          .sql("update serve.appointment set state = 'arrived' where id = ?")
          .param(appointment)
          .update();
    }
    String series = rightOfWay ? "P" : appointment != null ? "B" : "A";
    long count =
        database
            .sql(
                """
                select count(*) from serve.ticket
                where outlet = ? and on_day = ? and number like ? || '%'
                """)
            .params(List.of(outlet, now.toLocalDate(), series))
            .query(Long.class)
            .single();
    String number = series + "%03d".formatted(count + 1);
    database
        .sql(
            """
            insert into serve.ticket (outlet, on_day, number, topic, right_of_way, appointment, booked_min,
              came_at, state)
            values (:outlet, :day, :number, :topic, :way, :appointment, :booked, :came, 'waiting')
            """)
        .param("outlet", outlet)
        .param("day", now.toLocalDate())
        .param("number", number)
        .param("topic", topic)
        .param("way", rightOfWay)
        .param("appointment", appointment)
        .param("booked", booked_min)
        .param("came", utc(now.toInstant()))
        .update();
    return one(outlet, number);
  }

  public Ticket one(String outlet, String number) {
    return database
        .sql("select * from serve.ticket where outlet = ? and on_day = ? and number = ?")
        .params(List.of(outlet, appointments.now().toLocalDate(), number))
        .query(Tickets::stored)
        .optional()
        .map(ticket -> ticket.state().equals("waiting") ? ticket.behind(order(outlet)) : ticket)
        .orElseThrow(() -> unknown(number));
  }

  /// All tickets of today, those who wait in the order of calling first.
  public List<Ticket> today(String outlet) {
    List<String> order = order(outlet);
    return database
        .sql(
            """
            select * from serve.ticket where outlet = ? and on_day = ?
            order by came_at, number
            """)
        .params(List.of(outlet, appointments.now().toLocalDate()))
        .query(Tickets::stored)
        .list()
        .stream()
        .map(ticket -> ticket.behind(order))
        .sorted(
            java.util.Comparator.comparingInt(
                ticket -> ticket.ahead() < 0 ? Integer.MAX_VALUE : ticket.ahead()))
        .toList();
  }

  /// The numbers that wait, in the order of calling.
  private List<String> order(String outlet) {
    return Calling.order(waiting(outlet), now_min(), Calling.Rules.STANDARD).stream()
        .map(Calling.Waiting::id)
        .toList();
  }

  private static Ticket stored(ResultSet row, int number) throws SQLException {
    OffsetDateTime called = row.getObject("called_at", OffsetDateTime.class);
    return new Ticket(
        row.getString("number"),
        row.getString("topic"),
        row.getBoolean("right_of_way"),
        row.getObject("appointment") != null,
        row.getString("state"),
        row.getString("window_no"),
        row.getInt("passes"),
        row.getObject("came_at", OffsetDateTime.class).toInstant(),
        called == null ? null : called.toInstant(),
        NOT_WAITING);
  }

  /// Calls the next to a window; empty when nobody waits for it. A window that still serves someone
  /// must finish first.
  ///
  /// @param topics what the window does; empty for everything
  @Transactional
  public Optional<Ticket> next(String outlet, String window, List<String> topics) {
    lock(outlet);
    if (atWindow(outlet, window).isPresent()) {
      throw Problem.conflict(
          "window-busy", "请先办结或过号当前的号。", "Finish or pass the ticket at this window first.");
    }
    return Calling.next(waiting(outlet), topics, now_min(), Calling.Rules.STANDARD)
        .map(next -> {
          move(outlet, next.id(), "called", window);
          return one(outlet, next.id());
        });
  }

  private Optional<String> atWindow(String outlet, String window) {
    return database
        .sql(
            """
            select number from serve.ticket
            where outlet = ? and on_day = ? and window_no = ? and state in ('called', 'serving')
            """)
        .params(List.of(outlet, appointments.now().toLocalDate(), window))
        .query((row, _) -> row.getString(1))
        .optional();
  }

  /// The visitor came to the window.
  @Transactional
  public Ticket start(String outlet, String number) {
    return changed(outlet, number, "called", "serving");
  }

  @Transactional
  public Ticket done(String outlet, String number) {
    return changed(outlet, number, "serving", "done");
  }

  /// Nobody came: back into the queue one rank lower; the third time the ticket is over.
  @Transactional
  public Ticket pass(String outlet, String number) {
    lock(outlet);
    Ticket ticket = expect(outlet, number, "called");
    boolean over = ticket.passes() + 1 >= MOST_PASSES;
    database
        .sql(
            """
            update serve.ticket set state = ?, passes = passes + 1, window_no = null, called_at = null,
              ended_at = case when ? then now() end
            where outlet = ? and on_day = ? and number = ?
            """)
        .params(
            List.of(
                over ? "missed" : "waiting",
                over,
                outlet,
                appointments.now().toLocalDate(),
                number))
        .update();
    return one(outlet, number);
  }

  /// On to another topic: waits again from the time the ticket was taken, so nothing is lost.
  @Transactional
  public Ticket transfer(String outlet, String number, String topic) {
    lock(outlet);
    expect(outlet, number, "serving");
    database
        .sql(
            """
            update serve.ticket set state = 'waiting', topic = ?, window_no = null, called_at = null,
              started_at = null
            where outlet = ? and on_day = ? and number = ?
            """)
        .params(List.of(topic, outlet, appointments.now().toLocalDate(), number))
        .update();
    return one(outlet, number);
  }

  public Board board(String outlet) {
    List<Ticket> tickets = today(outlet);
    Instant now = appointments.now().toInstant();
    List<Called> called =
        tickets.stream()
            .filter(ticket -> ticket.window() != null && isAtWindow(ticket))
            .sorted(
                java.util.Comparator.comparing((Ticket ticket) ->
                        ticket.calledAt() == null ? Instant.EPOCH : ticket.calledAt())
                    .reversed())
            .map(ticket ->
                new Called(ticket.number(), String.valueOf(ticket.window()), ticket.state()))
            .toList();
    List<Ticket> waiting = tickets.stream().filter(t -> t.state().equals("waiting")).toList();
    double longest_min =
        waiting.stream()
            .mapToDouble(t -> java.time.Duration.between(t.cameAt(), now).toSeconds() / 60.0)
            .max()
            .orElse(0);
    return new Board(called, waiting.size(), longest_min);
  }

  private static boolean isAtWindow(Ticket ticket) {
    return ticket.state().equals("called") || ticket.state().equals("serving");
  }

  private Ticket changed(String outlet, String number, String from, String to) {
    lock(outlet);
    Ticket ticket = expect(outlet, number, from);
    move(outlet, number, to, String.valueOf(ticket.window()));
    return one(outlet, number);
  }

  private Ticket expect(String outlet, String number, String state) {
    Ticket ticket = one(outlet, number);
    if (!ticket.state().equals(state)) {
      throw Problem.conflict(
          "ticket-state",
          number + " 现在不是这个状态，请刷新。",
          number + " is " + ticket.state() + " by now; look again.");
    }
    return ticket;
  }

  private void move(String outlet, String number, String to, String window) {
    Instant now = appointments.now().toInstant();
    database
        .sql(
            """
            update serve.ticket set state = :to, window_no = :window,
              called_at = case when :to = 'called' then :now else called_at end,
              started_at = case when :to = 'serving' then :now else started_at end,
              ended_at = case when :to = 'done' then :now else ended_at end
            where outlet = :outlet and on_day = :day and number = :number
            """)
        .param("to", to)
        .param("window", window)
        .param("now", utc(now))
        .param("outlet", outlet)
        .param("day", LocalDate.ofInstant(now, CatalogueRoom.ZONE))
        .param("number", number)
        .update();
  }

  private List<Calling.Waiting> waiting(String outlet) {
    return database
        .sql(
            """
            select number, topic, right_of_way, came_at, coalesce(booked_min, -1) as booked, passes
            from serve.ticket where outlet = ? and on_day = ? and state = 'waiting'
            """)
        .params(List.of(outlet, appointments.now().toLocalDate()))
        .query((row, _) ->
            new Calling.Waiting(
                row.getString("number"),
                row.getString("topic"),
                row.getBoolean("right_of_way"),
                minutes(row.getObject("came_at", OffsetDateTime.class).toInstant()),
                row.getInt("booked"),
                row.getInt("passes")))
        .list();
  }

  private double now_min() {
    return minutes(appointments.now().toInstant());
  }

  private static double minutes(Instant at) {
    return at.atZone(CatalogueRoom.ZONE).toLocalTime().toSecondOfDay() / 60.0;
  }

  private void lock(String outlet) {
    database
        .sql("select pg_advisory_xact_lock(hashtext(?))")
        .param("tickets:" + outlet)
        .query((_, _) -> 1)
        .single();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Problem unknown(String number) {
    return Problem.notFound(
        "no-ticket", "今天没有 " + number + " 号。", "There is no ticket " + number + " today.");
  }
}
