package org.ronghe.sources.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Intake;
import org.ronghe.model.reading.Receipt;
import org.ronghe.model.reading.SentReading;
import org.ronghe.sources.replay.ReplayLedger.Counts;

/// The two reference logs, whole. The figures come from `src/test/resources/replay/golden.py`,
/// which counts the bytes without our code.
class ReplayReferenceTest {
  private static final Path TELEMETRY =
      Path.of(Optional.ofNullable(System.getenv("RONGHE_REFERENCE")).orElse("../../shared/data"))
          .resolve("telemetry");
  private static final Path MAPPINGS = Path.of("../packs/replay");

  @BeforeAll
  static void needsReferenceData() {
    assumeTrue(
        Files.isDirectory(TELEMETRY),
        "no reference data: set RONGHE_REFERENCE to replay real logs");
  }

  @Test
  void A01_39_days_of_a_solar_heat_plant() throws Exception {
    ReplayMapping mapping = ReplayMapping.read(MAPPINGS.resolve("solar-heat-plant.yaml"));
    var intake = new Counting();
    ReplayLedger ledger = play(mapping, intake, "solar-heat-plant");

    assertThat(ledger.files()).hasSize(39);
    assertThat(ledger.rows())
        .as("every whole row has sentinels")
        .isEqualTo(new Counts(0, 56_141, 7));
    assertThat(ledger.cells()).isEqualTo(new Counts(954_397, 280_705, 7 * 22));
    assertThat(ledger.reasons())
        .isEqualTo(
            Map.of(
                "row rejected garbage", 3L,
                "row rejected field-count", 3L,
                "row rejected not-a-time", 1L,
                "cell flagged sentinel", 280_705L));
    assertThat(ledger.door().stored()).isEqualTo(954_397 + 280_705);
    assertThat(intake.readings.sum()).isEqualTo(954_397 + 280_705);
    assertThat(intake.times).hasSize(56_141);
    assertThat(mapping.points()).hasSize(22);
  }

  @Test
  void A02_the_spring_night_would_lose_an_hour_by_the_clock_of_berlin(@TempDir Path folder)
      throws Exception {
    String yaml = Files.readString(MAPPINGS.resolve("solar-heat-plant.yaml"));
    Path berlin = folder.resolve("berlin.yaml");
    Files.writeString(berlin, yaml.replace("\"+01:00\"", "Europe/Berlin"), StandardCharsets.UTF_8);
    ReplayLedger ledger =
        play(ReplayMapping.read(berlin), new Counting(), "solar-heat-plant/2018/03/20180325.csv");
    assertThat(ledger.rows()).isEqualTo(new Counts(0, 1_380, 60));
    assertThat(ledger.reasons()).containsEntry("row rejected time-in-gap", 60L);
  }

  @Test
  void B01_21_runs_of_a_water_circulation_test_bed() throws Exception {
    ReplayMapping mapping = ReplayMapping.read(MAPPINGS.resolve("skab.yaml"));
    var intake = new Counting();
    ReplayLedger ledger = play(mapping, intake, "skab/data");
    assertThat(ledger.files()).hasSize(21);
    assertThat(ledger.rows()).isEqualTo(new Counts(31_877, 0, 0));
    assertThat(ledger.cells()).isEqualTo(new Counts(299_960, 0, 0));
    assertThat(intake.readings.sum()).isEqualTo(299_960);
  }

  private static ReplayLedger play(ReplayMapping mapping, Intake intake, String log)
      throws IOException, InterruptedException {
    List<Path> files = Replay.files(TELEMETRY.resolve(log));
    return new Replay(mapping, intake, 0, InstantSource.system()).run(files, _ -> {});
  }

  /// A store that only counts.
  private static final class Counting implements Intake {
    final LongAdder readings = new LongAdder();
    final Set<Long> times = new HashSet<>();

    @Override
    public CompletableFuture<Receipt> accept(Batch batch) {
      assertThat(batch.replay()).isTrue();
      batch.readings().stream().map(SentReading::sourceTime_us).forEach(times::add);
      readings.add(batch.readings().size());
      return CompletableFuture.completedFuture(
          new Receipt(batch.readings().size(), 0, 0, 0, 0, List.of()));
    }
  }
}
