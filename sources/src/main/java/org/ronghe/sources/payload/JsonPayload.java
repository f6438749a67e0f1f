package org.ronghe.sources.payload;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.point.MeasuringPoint;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads the JSON reading payload: one reading, an array of readings, or `{"readings":[…]}`.
///
/// A reading that cannot be read is reported and the others are kept; a message that is not JSON is
/// refused whole, for nobody knows what its lost end said. Safe on hostile input: depth, size and
/// lengths are bounded. Thread-safe.
public final class JsonPayload {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(16)
                  .maxNumberLength(100)
                  .maxStringLength(10_000)
                  .maxNameLength(200)
                  .build())
          .build();

  private JsonPayload() {}

  /// Reads a message of any number of readings.
  ///
  /// @param receiveTime_us the time of readings that carry none
  public static ReadingPayload read(byte[] message, long receiveTime_us) {
    return read(message, null, receiveTime_us);
  }

  /// Reads a message about one point that the topic or address names: `{"time","value","quality"}`
  /// or the bare value.
  public static ReadingPayload readPoint(byte[] message, String point, long receiveTime_us) {
    if (!MeasuringPoint.isId(point)) {
      return ReadingPayload.refused(
          new PayloadError(0, point, "point", point, PayloadFault.POINT_ID, null));
    }
    return read(message, point, receiveTime_us);
  }

  private static ReadingPayload read(byte[] message, @Nullable String point, long receiveTime_us) {
    if (message.length > ReadingPayload.MAX_BYTES) {
      return refused(0, message.length + " bytes", PayloadFault.TOO_LARGE, "send smaller batches");
    }
    var payload = new ReadingPayload.Builder();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), message)) {
      var reading = new JsonReading(json, payload, point, receiveTime_us);
      if (!readTop(json, reading, payload)) {
        return refused(
            payload.index(), "", PayloadFault.TOO_MANY, "send several messages of fewer readings");
      }
      if (json.nextToken() != null) {
        return refused(
            payload.index(),
            shown(message),
            PayloadFault.NOT_JSON,
            "there is more than one JSON value: put the readings into an array");
      }
      return payload.build();
    } catch (JacksonException e) {
      String what = e.getOriginalMessage() + at(e);
      return refused(payload.index(), what, PayloadFault.NOT_JSON, maybe(message));
    }
  }

  /// False when there are too many readings.
  private static boolean readTop(
      JsonParser json, JsonReading reading, ReadingPayload.Builder payload) {
    JsonToken first = json.nextToken();
    if (first == JsonToken.START_ARRAY) {
      return readArray(json, reading, payload);
    }
    if (first == JsonToken.START_OBJECT) {
      return reading.readObject(() -> readArray(json, reading, payload));
    }
    reading.readBare();
    return true;
  }

  private static boolean readArray(
      JsonParser json, JsonReading reading, ReadingPayload.Builder payload) {
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (payload.index() >= ReadingPayload.MAX_READINGS) {
        return false;
      }
      if (token == JsonToken.START_OBJECT) {
        reading.readObject(null);
      } else {
        String text = token.isScalarValue() ? json.getString() : "[…]";
        json.skipChildren();
        payload.add(
            new PayloadError(
                payload.index(), "", "", text, PayloadFault.NOT_A_READING, "wrap it in { }"));
      }
    }
    return true;
  }

  private static String at(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }

  private static @Nullable String maybe(byte[] message) {
    String text = shown(message).strip();
    if (text.isEmpty()) {
      return "the message is empty";
    }
    if (text.contains("NaN") || text.contains("Infinity")) {
      return "send null for a missing value: JSON has no NaN or Infinity";
    }
    return text.startsWith("point,") ? "it is CSV: send it over HTTP as text/csv" : null;
  }

  private static String shown(byte[] message) {
    return new String(message, 0, Math.min(message.length, 80), StandardCharsets.UTF_8);
  }

  private static ReadingPayload refused(
      int index, String value, PayloadFault fault, @Nullable String maybe) {
    return ReadingPayload.refused(new PayloadError(index, "", "", value, fault, maybe));
  }
}
