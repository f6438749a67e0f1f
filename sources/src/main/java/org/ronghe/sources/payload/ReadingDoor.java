package org.ronghe.sources.payload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.ronghe.model.device.Device;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Intake;
import org.ronghe.model.reading.Receipt;
import org.ronghe.model.reading.SentReading;

/// Hands what a device sent to the intake: refuses points that are not the device's own, and gives
/// back one receipt in which every reading of the message is counted once and refused ones carry
/// their place in the message.
public final class ReadingDoor {
  private final Intake intake;

  public ReadingDoor(Intake intake) {
    this.intake = intake;
  }

  /// Completes when all that is kept is durable; completes exceptionally when the store is lost.
  /// Never blocks.
  public CompletionStage<Receipt> accept(
      Device device, Batch.Door door, ReadingPayload payload, long receiveTime_us) {
    return accept(device, door, payload, receiveTime_us, false);
  }

  /// The same for readings that were recorded earlier: their age is no sign of a wrong clock.
  public CompletionStage<Receipt> acceptRecorded(
      Device device, Batch.Door door, ReadingPayload payload, long receiveTime_us) {
    return accept(device, door, payload, receiveTime_us, true);
  }

  private CompletionStage<Receipt> accept(
      Device device,
      Batch.Door door,
      ReadingPayload payload,
      long receiveTime_us,
      boolean recorded) {
    List<SentReading> readings = payload.readings();
    List<Integer> indexes = payload.indexes();
    List<PayloadError> errors = payload.errors();
    if (!ownsAll(device, readings)) {
      List<SentReading> own = new ArrayList<>(readings.size());
      List<Integer> ownIndexes = new ArrayList<>(readings.size());
      errors = new ArrayList<>(errors);
      for (int i = 0; i < readings.size(); i++) {
        SentReading reading = readings.get(i);
        if (device.owns(reading.point())) {
          own.add(reading);
          ownIndexes.add(indexes.get(i));
        } else {
          errors.add(notYours(indexes.get(i), reading.point(), device));
        }
      }
      readings = own;
      indexes = ownIndexes;
    }
    if (readings.isEmpty()) {
      return CompletableFuture.completedStage(
          merged(new Receipt(0, 0, 0, 0, 0, List.of()), indexes, errors));
    }
    CompletionStage<Receipt> stored =
        intake.accept(new Batch(device.name(), door, receiveTime_us, recorded, readings));
    if (errors.isEmpty()) {
      return stored;
    }
    List<Integer> places = indexes;
    List<PayloadError> refused = errors;
    return stored.thenApply(receipt -> merged(receipt, places, refused));
  }

  private static boolean ownsAll(Device device, List<SentReading> readings) {
    if (device.pointPatterns().contains("*")) {
      return true;
    }
    for (SentReading reading : readings) {
      if (!device.owns(reading.point())) {
        return false;
      }
    }
    return true;
  }

  private static PayloadError notYours(int index, String point, Device device) {
    String maybe =
        device.pointPatterns().isEmpty()
            ? "the device has no points yet"
            : "its points are " + String.join(", ", device.pointPatterns());
    return new PayloadError(index, point, "point", point, PayloadFault.NOT_YOUR_POINT, maybe);
  }

  private static Receipt merged(Receipt stored, List<Integer> places, List<PayloadError> refused) {
    List<Receipt.Rejection> rejections =
        new ArrayList<>(stored.rejections().size() + refused.size());
    for (Receipt.Rejection r : stored.rejections()) {
      rejections.add(
          new Receipt.Rejection(
              places.get(r.index()), r.point(), r.code(), r.value(), r.message()));
    }
    refused.forEach(error -> rejections.add(error.rejection()));
    rejections.sort(Comparator.comparingInt(Receipt.Rejection::index));
    return new Receipt(
        stored.stored(),
        stored.duplicate(),
        stored.flagged(),
        stored.quarantined(),
        stored.rejected() + refused.size(),
        rejections);
  }
}
