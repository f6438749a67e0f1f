package org.ronghe.sources.payload;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.SentReading;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one reading object after another from a JSON parser. Reused for all readings of a message;
/// not thread-safe.
final class JsonReading {
  private static final int POINT = 1;
  private static final int TIME = 2;
  private static final int VALUE = 4;
  private static final int QUALITY = 8;

  private final JsonParser json;
  private final ReadingPayload.Builder payload;
  private final @Nullable String topicPoint;
  private final long receiveTime_us;

  private int seen;
  private @Nullable String point;
  private long time_us;
  private double value;
  private @Nullable String text;
  private boolean nothing;
  private Quality quality = Quality.GOOD;
  private @Nullable PayloadError error;
  private @Nullable String stranger;

  JsonReading(
      JsonParser json,
      ReadingPayload.Builder payload,
      @Nullable String topicPoint,
      long receiveTime_us) {
    this.json = json;
    this.payload = payload;
    this.topicPoint = topicPoint;
    this.receiveTime_us = receiveTime_us;
  }

  /// Reads the object that has just begun and adds it to the payload.
  ///
  /// @param readings reads the array of a `{"readings":[…]}`; null where that is not allowed
  /// @return false when `readings` answered so
  boolean readObject(@Nullable BooleanSupplier readings) {
    begin();
    boolean fits = true;
    boolean wrapped = false;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "point" -> readPoint(token);
        case "time" -> readTime(token);
        case "value" -> {
          once(VALUE, "value");
          readValue(token);
        }
        case "quality" -> readQuality(token);
        case "readings" -> {
          if (readings == null || token != JsonToken.START_ARRAY || wrapped) {
            json.skipChildren();
            fail("readings", "", PayloadFault.NOT_A_READING, "one array named readings, on top");
          } else {
            wrapped = true;
            fits = readings.getAsBoolean();
            begin();
          }
        }
        default -> {
          stranger = name;
          json.skipChildren();
        }
      }
    }
    if (!wrapped) {
      finish();
    } else if (error != null) {
      payload.add(error);
    }
    return fits;
  }

  /// Takes the current scalar as the value of the topic's point.
  void readBare() {
    begin();
    JsonToken token = json.currentToken();
    if (token == null) {
      fail("", "", PayloadFault.NOT_JSON, "the message is empty");
    } else if (topicPoint == null) {
      String maybe = "send an object, or publish a bare value to ronghe/v1/{device}/points/{id}";
      fail("", json.getString(), PayloadFault.NOT_A_READING, maybe);
    } else {
      seen |= VALUE;
      readValue(token);
    }
    finish();
  }

  private void begin() {
    seen = 0;
    point = topicPoint;
    time_us = receiveTime_us;
    value = Double.NaN;
    text = null;
    nothing = false;
    quality = Quality.GOOD;
    error = null;
    stranger = null;
  }

  private void finish() {
    if (error == null && point == null) {
      fail("point", "", PayloadFault.MISSING_POINT, maybeNamed());
    }
    if (error == null && (seen & VALUE) == 0 && !quality.isBad()) {
      fail("value", "", PayloadFault.MISSING_VALUE, maybeNamed());
    }
    if (error != null || point == null) {
      if (error != null) {
        payload.add(error);
      }
      return;
    }
    boolean missing = nothing || (seen & VALUE) == 0;
    Quality kept = missing && !quality.isBad() ? Quality.BAD_NO_VALUE : quality;
    payload.add(new SentReading(point, time_us, value, text, kept));
  }

  private @Nullable String maybeNamed() {
    return stranger == null
        ? null
        : "it is named \"" + stranger + "\": the fields are point, time, value, quality";
  }

  private void readPoint(JsonToken token) {
    once(POINT, "point");
    if (token != JsonToken.VALUE_STRING) {
      fail("point", shown(token), PayloadFault.POINT_ID, "it needs quotes");
      return;
    }
    String id = json.getString();
    if (!MeasuringPoint.isId(id)) {
      fail(
          "point",
          id,
          PayloadFault.POINT_ID,
          id.isBlank() ? null : "there is a space or a sign in it");
    } else if (topicPoint != null && !topicPoint.equals(id)) {
      fail("point", id, PayloadFault.OTHER_POINT, "leave point out: the topic names it");
    } else {
      point = id;
    }
  }

  private void readTime(JsonToken token) {
    once(TIME, "time");
    switch (token) {
      case VALUE_NULL -> time_us = receiveTime_us;
      case VALUE_STRING ->
          time_us =
              SourceTime.ofIso(
                  json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
      case VALUE_NUMBER_INT ->
          time_us =
              json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                  ? SourceTime.OUT_OF_RANGE
                  : SourceTime.ofMillis(json.getLongValue());
      case VALUE_NUMBER_FLOAT -> time_us = SourceTime.ofMillis(json.getDoubleValue());
      default -> time_us = SourceTime.NOT_A_TIME;
    }
    if (time_us < 0) {
      failTime(token);
    }
  }

  private void failTime(JsonToken token) {
    String shown = shown(token);
    if (time_us == SourceTime.WITHOUT_OFFSET) {
      fail("time", shown, PayloadFault.TIME_WITHOUT_OFFSET, "it is local time: add +08:00");
    } else if (time_us == SourceTime.OUT_OF_RANGE) {
      boolean number = token.isNumeric();
      String maybe = number ? SourceTime.maybeUnit(json.getDoubleValue()) : null;
      fail("time", shown, PayloadFault.TIME_OUT_OF_RANGE, maybe);
    } else {
      fail("time", shown, PayloadFault.NOT_A_TIME, maybeTime(shown));
    }
  }

  static @Nullable String maybeTime(String shown) {
    if (shown.chars().allMatch(c -> c >= '0' && c <= '9') && !shown.isEmpty()) {
      return "epoch milliseconds are a number: remove the quotes";
    }
    return "write it like 2026-11-23T14:00:00+08:00";
  }

  private void readValue(JsonToken token) {
    switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        value = json.getDoubleValue();
        if (Double.isInfinite(value)) {
          fail("value", shown(token), PayloadFault.NOT_A_VALUE, null);
        }
      }
      case VALUE_TRUE -> value = 1;
      case VALUE_FALSE -> value = 0;
      case VALUE_NULL -> nothing = true;
      case VALUE_STRING -> {
        if (json.getStringLength() > TextValue.MAX_LENGTH) {
          fail("value", json.getString(), PayloadFault.NOT_A_VALUE, "a text has 200 characters");
        } else {
          text = json.getString();
        }
      }
      default -> {
        fail("value", shown(token), PayloadFault.NOT_A_VALUE, null);
        json.skipChildren();
      }
    }
  }

  private void readQuality(JsonToken token) {
    once(QUALITY, "quality");
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    String shown = shown(token);
    Optional<Quality> known =
        token == JsonToken.VALUE_STRING ? Quality.ofCode(shown) : Optional.empty();
    if (known.isPresent()) {
      quality = known.get();
    } else {
      fail("quality", shown, PayloadFault.NOT_A_QUALITY, "good, uncertain or bad");
    }
  }

  private void once(int field, String name) {
    if ((seen & field) != 0) {
      fail(name, shown(json.currentToken()), PayloadFault.DUPLICATE_FIELD, null);
    }
    seen |= field;
  }

  private String shown(@Nullable JsonToken token) {
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      json.skipChildren();
      return token == JsonToken.START_OBJECT ? "{…}" : "[…]";
    }
    return token == null ? "" : json.getString();
  }

  /// The first fault of a reading is the one reported.
  private void fail(String field, String shown, PayloadFault fault, @Nullable String maybe) {
    if (error == null) {
      String named = point == null ? "" : point;
      error = new PayloadError(payload.index(), named, field, shown, fault, maybe);
    }
  }
}
