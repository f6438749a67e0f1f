package org.ronghe.serve.hall;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ronghe.model.calendar.Day;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.filing.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Booking a time at a window.
@Component
public class Appointments {
  private static final int DAYS_AHEAD = 14;

  private final JdbcClient database;
  private final Outlets outlets;
  private final WorkCalendar calendar;
  private final Clock clock;

  Appointments(JdbcClient database, Outlets outlets, WorkCalendar calendar, Clock clock) {
    this.database = database;
    this.outlets = outlets;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// @param free places left
  public record Slot(int at_min, int free) {}

  public record Appointment(
      long id, String outlet, LocalDate on, int slot_min, String topic, String state) {}

  /// The slots of a day that are not over yet.
  public List<Slot> slots(String outlet, LocalDate on) {
    Hours hours = outlets.one(outlet).hours();
    refuseDay(on);
    Map<Integer, Long> taken =
        database
            .sql(
                """
                select slot_min, count(*) from serve.appointment
                where outlet = ? and on_day = ? and state <> 'cancelled' group by slot_min
                """)
            .params(List.of(outlet, on))
            .query((row, _) -> Map.entry(row.getInt(1), row.getLong(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<Slot> slots = new ArrayList<>();
    for (int at = hours.opens_min(); at < hours.closes_min(); at += hours.slot_min() / 2) {
      if (hours.isSlot(at) && !isOver(on, at)) {
        slots.add(new Slot(at, (int) Math.max(0, hours.perSlot() - taken.getOrDefault(at, 0L))));
      }
    }
    return slots;
  }

  /// Books a place; two who ask for the last one at once do not both get it.
  @Transactional
  public Appointment book(String outlet, LocalDate on, int slot_min, String topic, Caller by) {
    Hours hours = outlets.one(outlet).hours();
    refuseDay(on);
    if (!hours.isSlot(slot_min) || isOver(on, slot_min)) {
      throw Problem.badRequest(
          "no-slot", "没有这个时段，请从可约时段里选。", "There is no such time; choose one of those offered.");
    }
    database
        .sql("select pg_advisory_xact_lock(hashtext(?))")
        .param(outlet + on + slot_min)
        .query((_, _) -> 1)
        .single();
    long taken =
        database
            .sql(
                """
                select count(*) from serve.appointment
                where outlet = ? and on_day = ? and slot_min = ? and state <> 'cancelled'
                """)
            .params(List.of(outlet, on, slot_min))
            .query(Long.class)
            .single();
    if (taken >= hours.perSlot()) {
      throw Problem.conflict(
          "slot-full", "这个时段刚刚约满，请另选。", "This time has just been taken; choose another.");
    }
    try {
      return database
          .sql(
              """
              insert into serve.appointment (outlet, on_day, slot_min, account, topic, made_at, state)
              values (?, ?, ?, ?, ?, ?, 'booked')
              returning id, outlet, on_day, slot_min, topic, state
              """)
          .params(
              List.of(
                  outlet,
                  on,
                  slot_min,
                  by.account(),
                  topic,
                  clock.instant().atOffset(java.time.ZoneOffset.UTC)))
          .query(Appointments::row)
          .single();
    } catch (DuplicateKeyException _) {
      throw Problem.conflict(
          "booked-already", "您当天在这里已约过此事。", "You have booked this here for that day already.");
    }
  }

  public List<Appointment> of(String account) {
    return database
        .sql(
            """
            select id, outlet, on_day, slot_min, topic, state from serve.appointment
            where account = ? order by on_day desc, slot_min limit 100
            """)
        .param(account)
        .query(Appointments::row)
        .list();
  }

  @Transactional
  public void cancel(long id, Caller by) {
    int changed =
        database
            .sql(
                "update serve.appointment set state = 'cancelled' where id = ? and account = ? and state = 'booked'")
            .params(List.of(id, by.account()))
            .update();
    if (changed == 0) {
      throw Problem.notFound("no-appointment", "没有这个预约。", "There is no such appointment.");
    }
  }

  /// The booked appointment with this number at the outlet today, when there is one.
  Optional<Appointment> today(long id, String outlet) {
    return database
        .sql(
            """
            select id, outlet, on_day, slot_min, topic, state from serve.appointment
            where id = ? and outlet = ? and on_day = ? and state = 'booked' for update
            """)
        .params(List.of(id, outlet, now().toLocalDate()))
        .query(Appointments::row)
        .optional();
  }

  ZonedDateTime now() {
    return clock.instant().atZone(CatalogueRoom.ZONE);
  }

  static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  private boolean isOver(LocalDate on, int at_min) {
    ZonedDateTime now = now();
    return on.isBefore(now.toLocalDate())
        || on.equals(now.toLocalDate()) && at_min <= minute(now.toLocalTime());
  }

  private void refuseDay(LocalDate on) {
    LocalDate today = now().toLocalDate();
    if (on.isBefore(today) || on.isAfter(today.plusDays(DAYS_AHEAD))) {
      throw Problem.badRequest(
          "day-range", "只能约今天起 14 天内的日子。", "Only days within 14 days from today can be booked.");
    }
    if (!calendar.day(on).map(Day::worked).orElse(false)) {
      throw Problem.badRequest(
          "day-off", on + " 不上班，请另选一天。", "The outlet is closed on " + on + "; choose another day.");
    }
  }

  private static Appointment row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Appointment(
        row.getLong("id"),
        row.getString("outlet"),
        row.getObject("on_day", LocalDate.class),
        row.getInt("slot_min"),
        row.getString("topic"),
        row.getString("state"));
  }
}
