package org.ronghe.serve.hall.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.filing.Caller;
import org.ronghe.serve.hall.Appointments;
import org.ronghe.serve.hall.Outlets;
import org.ronghe.serve.hall.Tickets;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Outlets, appointments and tickets.
@RestController
@RequestMapping("/api/v1/serve")
class HallController {
  private static final int MOST = 300;

  private final Outlets outlets;
  private final Appointments appointments;
  private final Tickets tickets;
  private final CatalogueRoom catalogue;

  HallController(
      Outlets outlets, Appointments appointments, Tickets tickets, CatalogueRoom catalogue) {
    this.outlets = outlets;
    this.appointments = appointments;
    this.tickets = tickets;
    this.catalogue = catalogue;
  }

  @GetMapping("/catalogue/outlets")
  List<Outlets.Outlet> outlets(
      @RequestParam(required = false) @Nullable String service,
      @RequestParam(required = false) @Nullable Double longitude,
      @RequestParam(required = false) @Nullable Double latitude) {
    Coordinate from =
        longitude == null || latitude == null ? null : new Coordinate(longitude, latitude);
    return outlets.find(service == null ? null : catalogue.current(service), from, MOST);
  }

  @GetMapping("/catalogue/outlets/{outlet}/slots")
  List<Appointments.Slot> slots(@PathVariable String outlet, @RequestParam LocalDate on) {
    return appointments.slots(outlet, on);
  }

  @GetMapping("/catalogue/outlets/{outlet}/board")
  Tickets.Board board(@PathVariable String outlet) {
    outlets.one(outlet);
    return tickets.board(outlet);
  }

  @GetMapping("/appointments")
  @PreAuthorize("hasRole('RESIDENT')")
  List<Appointments.Appointment> mine() {
    return appointments.of(Caller.now().account());
  }

  @PostMapping("/appointments")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasRole('RESIDENT')")
  Appointments.Appointment book(@RequestBody NewAppointment given) {
    LocalDate on = given.on();
    Integer slot = given.slot_min();
    if (on == null || slot == null) {
      throw Problem.badRequest("appointment", "请写明日期和时段。", "Give the day and the time.");
    }
    return appointments.book(text(given.outlet()), on, slot, topic(given.topic()), Caller.now());
  }

  @DeleteMapping("/appointments/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasRole('RESIDENT')")
  void cancel(@PathVariable long id) {
    appointments.cancel(id, Caller.now());
  }

  @GetMapping("/hall/{outlet}/tickets")
  @PreAuthorize("hasRole('DESK')")
  List<Tickets.Ticket> today(@PathVariable String outlet) {
    return tickets.today(outlet);
  }

  /// At the reception or a ticket machine signed in as a clerk.
  @PostMapping("/hall/{outlet}/tickets")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasRole('DESK')")
  Tickets.Ticket take(@PathVariable String outlet, @RequestBody NewTicket given) {
    return tickets.take(
        outlet, topic(given.topic()), Boolean.TRUE.equals(given.rightOfWay()), given.appointment());
  }

  @PostMapping("/hall/{outlet}/windows/{window}/next")
  @PreAuthorize("hasRole('DESK')")
  Optional<Tickets.Ticket> next(
      @PathVariable String outlet,
      @PathVariable String window,
      @RequestParam(defaultValue = "") List<String> topics) {
    return tickets.next(outlet, window, topics);
  }

  @PostMapping("/hall/{outlet}/tickets/{number}/{what:start|done|pass}")
  @PreAuthorize("hasRole('DESK')")
  Tickets.Ticket move(
      @PathVariable String outlet, @PathVariable String number, @PathVariable String what) {
    return switch (what) {
      case "start" -> tickets.start(outlet, number);
      case "done" -> tickets.done(outlet, number);
      default -> tickets.pass(outlet, number);
    };
  }

  @PostMapping("/hall/{outlet}/tickets/{number}/transfer")
  @PreAuthorize("hasRole('DESK')")
  Tickets.Ticket transfer(
      @PathVariable String outlet, @PathVariable String number, @RequestBody NewTicket given) {
    return tickets.transfer(outlet, number, topic(given.topic()));
  }

  private String topic(@Nullable String given) {
    String topic = text(given);
    if (!catalogue.catalogue().departments().containsKey(topic)) {
      throw Problem.badRequest("topic", "没有这个部门：" + topic, "There is no department " + topic + ".");
    }
    return topic;
  }

  private static String text(@Nullable String given) {
    return Objects.requireNonNullElse(given, "").strip();
  }

  /// @param topic code of the department
  record NewAppointment(
      @Nullable String outlet,
      @Nullable LocalDate on,
      @Nullable Integer slot_min,
      @Nullable String topic) {}

  record NewTicket(
      @Nullable String topic, @Nullable Boolean rightOfWay, @Nullable Long appointment) {}
}
