package org.ronghe.serve.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.Role;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.hall.Appointments;
import org.ronghe.serve.hall.Outlets;
import org.ronghe.serve.hall.Tickets;
import org.ronghe.sources.county.CountyPackageReader;
import org.ronghe.sources.county.PackageProgress;

/// A morning in the hall, from finding the way there to the last ticket.
class HallStoriesTest {
  private static final String CENTRE = "F.HD.service-centre.1";
  private static final LocalDate THURSDAY = LocalDate.parse("2026-03-05");

  @TempDir static Path data;
  private static EmbeddedPostgres postgres;
  private static TestHall hall;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start(data.resolve("postgres"), data.resolve("postgres.log"));
    hall = new TestHall(postgres, data);
    hall.today("2026-03-04");
    hall.register.county =
        Optional.of(
            CountyPackageReader.read(Path.of("../counties/shangdang"), PackageProgress.SILENT)
                .county()
                .orElseThrow());
  }

  @AfterAll
  static void close() {
    hall.close();
    postgres.close();
  }

  @Test
  void A01_the_nearest_place_to_file_is_found() {
    Outlets outlets = hall.get(Outlets.class);
    var service = hall.get(CatalogueRoom.class).current("birth-registration");
    List<Outlets.Outlet> near = outlets.find(service, new Coordinate(113.05, 36.11), 300);
    assertThat(near).isNotEmpty();
    assertThat(near).isSortedAccordingTo(java.util.Comparator.comparingDouble(o -> o.distance_m()));
    assertThat(near).allSatisfy(outlet -> assertThat(outlet.can()).isNotEmpty());
    assertThat(near).allSatisfy(outlet -> assertThat(outlet.synthetic()).isTrue());
    assertThat(outlets.one(CENTRE).level()).isEqualTo("county");
  }

  @Test
  void A02_a_time_is_booked_once_and_can_be_given_back() {
    Appointments desk = hall.get(Appointments.class);
    int slot = 9 * 60;
    int before = free(slot);
    Appointments.Appointment mine =
        desk.book(CENTRE, THURSDAY, slot, "public-security", TestHall.MEI);
    assertThat(free(slot)).isEqualTo(before - 1);
    assertThatThrownBy(
            () -> desk.book(CENTRE, THURSDAY, slot + 30, "public-security", TestHall.MEI))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("already");
    desk.cancel(mine.id(), TestHall.MEI);
    assertThat(free(slot)).isEqualTo(before);
  }

  @Test
  void A03_days_off_and_the_past_cannot_be_booked() {
    Appointments desk = hall.get(Appointments.class);
    assertThatThrownBy(() -> desk.slots(CENTRE, LocalDate.parse("2026-03-08")))
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> desk.slots(CENTRE, LocalDate.parse("2026-03-03")))
        .hasMessageContaining("14 days");
  }

  @Test
  void A04_ten_ask_for_four_places_at_once() {
    Appointments desk = hall.get(Appointments.class);
    List<CompletableFuture<Boolean>> all =
        IntStream.range(0, 10)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> booked(desk, i)))
            .toList();
    assertThat(all.stream().filter(CompletableFuture::join).count()).isEqualTo(4);
    assertThat(free(10 * 60)).isZero();
  }

  private static boolean booked(Appointments desk, int who) {
    try {
      desk.book(
          CENTRE,
          THURSDAY,
          10 * 60,
          "public-security",
          new Caller("r" + who, Role.RESIDENT, "", ""));
      return true;
    } catch (Problem full) {
      assertThat(full.member("code")).isEqualTo("slot-full");
      return false;
    }
  }

  @Test
  void B01_a_busy_morning_with_right_of_way_no_show_and_transfer() {
    Tickets tickets = hall.get(Tickets.class);
    String outlet = "F.SD.service-centre.1";
    String first = tickets.take(outlet, "public-security", false, null).number();
    later(1);
    String second = tickets.take(outlet, "medical-insurance", false, null).number();
    later(1);
    String elder = tickets.take(outlet, "public-security", true, null).number();
    assertThat(tickets.one(outlet, elder).ahead()).isZero();
    assertThat(tickets.one(outlet, first).ahead()).isEqualTo(1);

    assertThat(called(outlet, "1")).isEqualTo(elder);
    assertThatThrownBy(() -> tickets.next(outlet, "1", List.of()))
        .hasMessageContaining("at this window first");
    tickets.start(outlet, elder);
    tickets.done(outlet, elder);

    assertThat(called(outlet, "1")).isEqualTo(first);
    tickets.pass(outlet, first); // nobody came
    assertThat(called(outlet, "1")).isEqualTo(second);
    tickets.start(outlet, second);
    tickets.transfer(outlet, second, "public-security");
    assertThat(tickets.one(outlet, second).topic()).isEqualTo("public-security");

    assertThat(tickets.board(outlet).waiting()).isEqualTo(2);
    assertThat(tickets.next(outlet, "2", List.of("medical-insurance"))).isEmpty();
    assertThat(called(outlet, "2")).isEqualTo(second);
    assertThat(tickets.board(outlet).called()).extracting(Tickets.Called::number).contains(second);
  }

  @Test
  void B02_a_booking_becomes_a_ticket_with_its_right() {
    Tickets tickets = hall.get(Tickets.class);
    String outlet = "F.YC.service-centre.1";
    LocalDate today = LocalDate.parse("2026-03-04");
    Appointments.Appointment mine =
        hall.get(Appointments.class)
            .book(outlet, today, 14 * 60, "public-security", TestHall.OTHER);
    tickets.take(outlet, "public-security", false, null);
    hall.clock.now = today.atTime(14, 0).atZone(CatalogueRoom.ZONE).toInstant();
    tickets.take(outlet, "public-security", false, null);
    String booked = tickets.take(outlet, "public-security", false, mine.id()).number();
    assertThat(booked).startsWith("B");
    assertThatThrownBy(() -> tickets.take(outlet, "public-security", false, mine.id()))
        .isInstanceOf(Problem.class);
    hall.today("2026-03-04");
  }

  @Test
  void B03_four_windows_call_at_once_and_nobody_is_called_twice() {
    Tickets tickets = hall.get(Tickets.class);
    String outlet = "F.XH.service-centre.1";
    IntStream.range(0, 12).forEach(_ -> tickets.take(outlet, "public-security", false, null));
    List<String> numbers =
        IntStream.range(0, 8)
            .mapToObj(window -> CompletableFuture.supplyAsync(() -> called(outlet, "w" + window)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(numbers).doesNotHaveDuplicates().hasSize(8);
  }

  private static String called(String outlet, String window) {
    return hall.get(Tickets.class).next(outlet, window, List.of()).orElseThrow().number();
  }

  private static int free(int slot_min) {
    return hall.get(Appointments.class).slots(CENTRE, THURSDAY).stream()
        .filter(slot -> slot.at_min() == slot_min)
        .findFirst()
        .orElseThrow()
        .free();
  }

  private static void later(int minutes) {
    hall.clock.now = hall.clock.now.plus(Duration.ofMinutes(minutes));
  }
}
