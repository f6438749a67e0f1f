package org.ronghe.series.questdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.SentReading;
import org.ronghe.series.SeriesSettings;
import org.ronghe.series.export.ReadingExport;

/// Readings leave as files that other programs read.
class ReadingExportTest {
  private static final long SIX = Points.us("2026-11-23T06:00:00Z");
  private static final MeasuringPoint PRESSURE = Points.number("P1");
  private static final MeasuringPoint PUMP = Points.states("S1", "停止", "运行");

  @TempDir Path folder;
  private QuestDbReadingRoom room;

  @BeforeEach
  void open() {
    room = new QuestDbReadingRoom(folder, SeriesSettings.standard());
    room.know(List.of(PRESSURE, PUMP));
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void a01_csv_says_unit_quality_and_that_the_point_is_synthetic() throws IOException {
    Points.send(
        room,
        Points.batch(
            SIX + 1_000_000,
            SentReading.of("P1", SIX, 12.5),
            new SentReading("P1", SIX + 1_000, Double.NaN, null, Quality.BAD_SENSOR_FAILURE),
            SentReading.of("S1", SIX, 1)));

    StringWriter pressure = new StringWriter();
    new ReadingExport(room.history()).csv(PRESSURE, 0, Long.MAX_VALUE, pressure);
    assertThat(pressure)
        .hasToString(
            """
            point,time,value,quality,received,unit,synthetic
            P1,2026-11-23T06:00:00Z,12.5,good,2026-11-23T06:00:01Z,kPa,true
            P1,2026-11-23T06:00:00.001Z,,bad-sensor-failure,2026-11-23T06:00:01Z,kPa,true
            """);
    StringWriter pump = new StringWriter();
    new ReadingExport(room.history()).csv(PUMP, 0, Long.MAX_VALUE, pump);
    assertThat(pump.toString()).contains("S1,2026-11-23T06:00:00Z,运行,good,");
  }

  @Test
  void a02_parquet_is_read_by_a_reader_that_is_not_ours() throws IOException {
    SentReading[] sent =
        IntStream.range(0, 60_000)
            .mapToObj(i -> SentReading.of("P1", SIX + i * 1_000L, i % 97))
            .toArray(SentReading[]::new);
    Points.send(room, Points.batch(SIX + 3_600_000_000L, sent));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    new ReadingExport(room.history()).parquet(PRESSURE, 0, Long.MAX_VALUE, file);

    try (ParquetFileReader reader =
            ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file.toByteArray())));
        RowReader rows = reader.rowReader()) {
      assertThat(reader.getFileMetaData().numRows()).isEqualTo(60_000);
      assertThat(reader.getFileMetaData().rowGroups()).hasSize(2);
      assertThat(reader.getFileMetaData().keyValueMetadata())
          .containsEntry("ronghe.point", "P1")
          .containsEntry("ronghe.unit", "kPa")
          .containsEntry("ronghe.synthetic", "true");
      Instant six = Instant.parse("2026-11-23T06:00:00Z");
      int row = 0;
      while (rows.hasNext()) {
        rows.next();
        assertThat(rows.getTimestamp(0)).isEqualTo(six.plusMillis(row));
        assertThat(rows.getTimestamp(1)).isEqualTo(six.plusSeconds(3_600));
        assertThat(rows.getDouble(2)).isEqualTo(row % 97);
        assertThat(rows.getString(3)).isEqualTo("good");
        row++;
      }
      assertThat(row).isEqualTo(60_000);
    }
  }
}
