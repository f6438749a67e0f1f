package org.ronghe.operate.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Reading;
import org.ronghe.operate.alarm.AlarmDesk;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One browser that watches. Runs on a virtual thread of its own: a slow browser delays only
/// itself, and what it misses in between is merged, not queued.
final class LiveStream implements Runnable {
  private static final Duration BEAT = Duration.ofMillis(250);
  private static final int BEATS_PER_HELLO = 40;
  private static final int BEATS_PER_RATES = 8;

  private final SseEmitter emitter;
  private final LiveBoard.Watch watch;
  private final AlarmDesk.@Nullable Ear ear;
  private final @Nullable RateBoard rates;
  private final Clock clock;
  private final AtomicBoolean open = new AtomicBoolean(true);

  LiveStream(
      SseEmitter emitter,
      LiveBoard.Watch watch,
      AlarmDesk.@Nullable Ear ear,
      @Nullable RateBoard rates,
      Clock clock) {
    this.emitter = emitter;
    this.watch = watch;
    this.ear = ear;
    this.rates = rates;
    this.clock = clock;
    emitter.onCompletion(() -> open.set(false));
    emitter.onTimeout(() -> open.set(false));
    emitter.onError(_ -> open.set(false));
  }

  @Override
  public void run() {
    try (watch) {
      for (long beat = 0; open.get(); beat++) {
        send(beat);
        Thread.sleep(BEAT);
      }
    } catch (IOException | IllegalStateException _) {
      // The browser went away: nothing is owed to it.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      if (ear != null) {
        ear.close();
      }
      emitter.complete();
    }
  }

  private void send(long beat) throws IOException {
    if (beat % BEATS_PER_HELLO == 0) {
      event("hello", null, new Hello(clock.millis()));
    }
    if (ear != null) {
      for (AlarmDesk.Heard heard : ear.take()) {
        event("alarm", Long.toString(heard.sequence()), heard.alarm());
      }
    }
    List<Reading> changed = watch.take();
    if (!changed.isEmpty()) {
      event("readings", null, changed.stream().map(LiveStream::row).toList());
    }
    if (rates != null && beat % BEATS_PER_RATES == 0) {
      event("rates", null, rates.now());
    }
  }

  private void event(String name, @Nullable String id, Object data) throws IOException {
    SseEmitter.SseEventBuilder event = SseEmitter.event().name(name).data(data);
    emitter.send(id == null ? event : event.id(id));
  }

  private static List<Object> row(Reading reading) {
    // JSON has no NaN: a bad reading without a value is an empty string for the browser.
    Object value = Double.isNaN(reading.value()) ? "" : reading.value();
    return List.of(
        reading.point(),
        reading.sourceTime_us() / 1000,
        value,
        reading.quality().code(),
        reading.receiveTime_us() / 1000);
  }

  /// So that a browser can correct its own clock, and knows that the line is alive.
  private record Hello(long serverTime_ms) {}
}
