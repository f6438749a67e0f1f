package org.ronghe.series.questdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.reading.Reading;
import org.ronghe.model.reading.Receipt;
import org.ronghe.model.reading.SentReading;
import org.ronghe.series.ReadingHistory.Bucket;
import org.ronghe.series.ReadingHistory.Step;
import org.ronghe.series.SeriesSettings;
import org.ronghe.series.journal.Journal;

/// The disk fills up: nothing is acknowledged that is not kept, and it goes on when there is room.
class DiskFullTest {
  private static final long SIX = Points.us("2026-11-23T06:00:00Z");
  private static final long MUCH = 1L << 40;

  @TempDir Path folder;
  @TempDir Path copies;
  private final AtomicLong usable_bytes = new AtomicLong(MUCH);
  private final AtomicLong left_bytes = new AtomicLong(MUCH);
  private final AtomicBoolean syncFails = new AtomicBoolean();
  private final AtomicBoolean readOnly = new AtomicBoolean();
  private final List<Reading> heard = new ArrayList<>();
  private QuestDbReadingRoom room;

  @BeforeEach
  void open() {
    Journal.Opener files =
        file -> new FillingFile(Journal.create(file), left_bytes, syncFails, readOnly);
    Disk disk = new Disk(files, usable_bytes::get);
    room = new QuestDbReadingRoom(folder, SeriesSettings.standard(), disk);
    room.know(List.of(Points.number("P1")));
    room.listen(heard::addAll);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private Receipt send(int second) {
    SentReading reading = SentReading.of("P1", SIX + second * 1_000_000L, second);
    return Points.send(room, Points.batch(SIX + 60_000_000, reading));
  }

  private static List<Double> values(QuestDbReadingRoom room) {
    return room.history().range("P1", 0, Long.MAX_VALUE, null, 100, null).readings().stream()
        .map(Reading::value)
        .toList();
  }

  /// What a county would find whose process was killed this moment.
  private List<Double> valuesAfterKill() throws IOException {
    Path copy = copies.resolve("copy");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(folder.relativize(file).toString()));
      }
    }
    try (QuestDbReadingRoom found = new QuestDbReadingRoom(copy, SeriesSettings.standard())) {
      return values(found);
    }
  }

  @Test
  void a01_short_of_space_nothing_is_taken_until_there_is_room_again() {
    send(1);
    usable_bytes.set(Disk.RESERVE_BYTES - 1);

    assertThatThrownBy(() -> send(2))
        .hasStackTraceContaining("The disk is full: less than 256 MiB are left for " + folder);
    room.flush();
    assertThat(values(room)).containsExactly(1.0);
    assertThat(heard).hasSize(1);

    usable_bytes.set(Disk.RESERVE_BYTES);
    assertThat(send(2).stored()).isEqualTo(1);
    assertThat(values(room)).containsExactly(1.0, 2.0);
  }

  @Test
  void a02_a_frame_cut_short_is_taken_back_and_the_journal_goes_on() throws IOException {
    send(1);
    left_bytes.set(20);

    assertThatThrownBy(() -> send(2))
        .hasStackTraceContaining("cannot be written")
        .hasRootCauseMessage("No space left on device");
    assertThat(values(room)).containsExactly(1.0);
    assertThat(room.history().latest(List.of("P1")).get("P1")).isEqualTo(heard.getFirst());

    left_bytes.set(MUCH);
    assertThat(send(2)).isEqualTo(new Receipt(1, 0, 0, 0, 0, List.of()));
    assertThat(send(3).stored()).isEqualTo(1);
    assertThat(heard).extracting(Reading::value).containsExactly(1.0, 2.0, 3.0);
    assertThat(room.statistics().waiting()).isZero();
    assertThat(valuesAfterKill()).containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void a03_what_could_not_be_synced_is_not_acknowledged() throws IOException {
    send(1);
    syncFails.set(true);
    assertThatThrownBy(() -> send(2)).hasRootCauseMessage("Input/output error");
    syncFails.set(false);

    assertThat(send(3).stored()).isEqualTo(1);
    assertThat(values(room)).containsExactly(1.0, 3.0);
    assertThat(valuesAfterKill()).containsExactly(1.0, 3.0);
  }

  @Test
  void a04_when_the_tables_cannot_be_written_a_restart_brings_back_all_acknowledged()
      throws IOException {
    send(1);
    Path inTheWay = Files.createDirectory(folder.resolve("state.next"));
    assertThatThrownBy(room::flush).hasStackTraceContaining("state.next");

    assertThatThrownBy(() -> send(2)).hasStackTraceContaining("needs a restart");
    assertThat(values(room)).containsExactly(1.0);
    room.close();
    Files.delete(inTheWay);
    open();

    assertThat(send(2).stored()).isEqualTo(1);
    assertThat(send(1).duplicate()).isEqualTo(1);
    room.flush();
    assertThat(values(room)).containsExactly(1.0, 2.0);
    assertThat(room.history().buckets("P1", Step.HOUR, SIX, SIX + 1))
        .extracting(Bucket::count)
        .containsExactly(2L);
  }

  @Test
  void a05_when_the_journal_is_torn_a_restart_brings_back_all_acknowledged() {
    send(1);
    readOnly.set(true);
    assertThatThrownBy(() -> send(2)).hasRootCauseMessage("Read-only file system");
    readOnly.set(false);

    assertThatThrownBy(() -> send(3)).hasStackTraceContaining("needs a restart");
    room.close();
    open();
    assertThat(send(3).stored()).isEqualTo(1);
    assertThat(values(room)).containsExactly(1.0, 3.0);
  }
}
