package org.ronghe.series.questdb;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.point.ValueKind;
import org.ronghe.model.provenance.Provenance;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Receipt;
import org.ronghe.model.reading.SentReading;
import org.ronghe.series.ReadingRoom;

/// Points, times and batches for the stories of this package.
final class Points {
  private Points() {}

  static long us(String time) {
    Instant instant = Instant.parse(time);
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  static MeasuringPoint number(String id) {
    return point(id, ValueKind.NUMBER, List.of(), 0.0, 100.0, RetentionClass.NORMAL);
  }

  static MeasuringPoint states(String id, String... labels) {
    return point(id, ValueKind.STATE, List.of(labels), null, null, RetentionClass.NORMAL);
  }

  static MeasuringPoint yesNo(String id) {
    return point(id, ValueKind.BOOLEAN, List.of("关", "开"), null, null, RetentionClass.NORMAL);
  }

  static MeasuringPoint point(
      String id,
      ValueKind kind,
      List<String> states,
      @Nullable Double low,
      @Nullable Double high,
      RetentionClass retention) {
    return new MeasuringPoint(
        id,
        id,
        Utility.WATER,
        new PointOwner(PointOwner.OwnerKind.NODE, "N1", 0),
        null,
        "pressure",
        kind == ValueKind.NUMBER ? "kPa" : "",
        kind,
        states,
        low,
        high,
        10,
        retention,
        new GeometryFactory().createPoint(new Coordinate(113.05, 36.05)),
        new Provenance("test", "2026", "none", true));
  }

  /// A batch received at `receive_us` from device D1 over MQTT.
  static Batch batch(long receive_us, SentReading... readings) {
    return new Batch("D1", Batch.Door.MQTT, receive_us, false, Arrays.asList(readings));
  }

  static Receipt send(ReadingRoom room, Batch batch) {
    try {
      return room.intake().accept(batch).toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new CompletionException(e);
    }
  }
}
