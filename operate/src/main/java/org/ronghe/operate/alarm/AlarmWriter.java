package org.ronghe.operate.alarm;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.alarm.AlarmTransition;
import org.ronghe.model.event.AlarmChanged;
import org.ronghe.model.event.AlarmChanged.Change;
import org.ronghe.model.reading.Micros;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes what the engine found and what people acknowledged into the book, tells the memory and
/// the listeners. One change at a time, so that everyone hears them in the order of the log.
@Component
class AlarmWriter {
  private final AlarmBook book;
  private final AlarmCatalogue catalogue;
  private final OpenAlarms open;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile BiConsumer<AlarmChange, AlarmOccurrence> listener = (_, _) -> {};

  AlarmWriter(
      AlarmBook book,
      AlarmCatalogue catalogue,
      OpenAlarms open,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.book = book;
    this.catalogue = catalogue;
    this.open = open;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /// Who hears of each change after it is committed.
  void onChange(BiConsumer<AlarmChange, AlarmOccurrence> heard) {
    listener = heard;
  }

  /// Loads what stands from the book.
  void load() {
    lock.lock();
    try {
      open.replace(book.open());
    } finally {
      lock.unlock();
    }
  }

  /// Writes transitions, all or none, and how far the desk has judged. Writing the same ones again
  /// changes nothing.
  void write(List<AlarmTransition> transitions, @Nullable Instant judgedUntil) {
    lock.lock();
    try {
      List<Written> written = new ArrayList<>();
      transaction.executeWithoutResult(_ -> {
        transitions.forEach(transition -> write(transition).ifPresent(written::add));
        if (judgedUntil != null) {
          book.judgedUntil(judgedUntil);
        }
      });
      written.forEach(this::tell);
    } finally {
      lock.unlock();
    }
  }

  /// Ends what still stands of points whose log has no more readings.
  ///
  /// @param newestOfPoint source time of the newest reading, by point
  void endOfLog(Map<String, Instant> newestOfPoint) {
    lock.lock();
    try {
      List<Written> written = new ArrayList<>();
      transaction.executeWithoutResult(_ ->
          book.endOfLog(newestOfPoint)
              .forEach(
                  alarm -> written.add(log(alarm, Change.LOG_ENDED, ended(alarm), null, null))));
      written.forEach(this::tell);
    } finally {
      lock.unlock();
    }
  }

  private static Instant ended(AlarmOccurrence alarm) {
    return Objects.requireNonNull(alarm.logEndedAt(), "an ended alarm has its end");
  }

  Optional<AlarmOccurrence> acknowledge(long id, String by, String comment) {
    // PostgreSQL keeps microseconds; what we tell now is what is read back later.
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    lock.lock();
    try {
      Written written =
          transaction.execute(_ ->
              book.acknowledge(id, by, comment, at)
                  .map(alarm -> log(alarm, Change.ACKNOWLEDGED, at, by, comment))
                  .orElse(null));
      if (written != null) {
        tell(written);
      }
      return Optional.ofNullable(written).map(Written::alarm);
    } finally {
      lock.unlock();
    }
  }

  private Optional<Written> write(AlarmTransition transition) {
    Instant at = Micros.instant(transition.at_us());
    return switch (transition.change()) {
      case RAISED ->
          book.raise(occurrence(transition, at))
              .map(alarm -> log(alarm, Change.RAISED, at, null, null));
      case RETURNED ->
          book.giveBack(transition.point(), transition.rule(), at)
              .map(alarm -> log(alarm, Change.RETURNED, at, null, null));
      // People acknowledge through the desk, which writes the book itself.
      case ACKNOWLEDGED -> Optional.empty();
    };
  }

  private AlarmOccurrence occurrence(AlarmTransition transition, Instant at) {
    AlarmCatalogue.Entry entry = catalogue.entry(transition.point(), transition.rule());
    return new AlarmOccurrence(
        0,
        transition.point(),
        transition.rule(),
        entry.kind(),
        entry.priority(),
        at,
        compared(transition, entry),
        Double.isNaN(entry.limit()) ? null : entry.limit(),
        null,
        null,
        null,
        null,
        null);
  }

  private static @Nullable Double compared(AlarmTransition transition, AlarmCatalogue.Entry entry) {
    // A state has no figure to compare: what stands is the state itself.
    double value = Double.isNaN(entry.limit()) ? transition.value() : transition.measured();
    return Double.isNaN(value) ? null : value;
  }

  private Written log(
      AlarmOccurrence alarm,
      Change change,
      Instant at,
      @Nullable String by,
      @Nullable String comment) {
    long sequence = book.log(alarm.id(), change, at, by, comment);
    events.publishEvent(
        new AlarmChanged(
            alarm.id(),
            alarm.point(),
            alarm.rule(),
            alarm.priority(),
            change,
            Micros.of(at),
            alarm.value() == null ? Double.NaN : alarm.value(),
            by));
    return new Written(new AlarmChange(sequence, alarm.id(), change, at, by, comment), alarm);
  }

  private void tell(Written written) {
    open.put(written.alarm());
    listener.accept(written.change(), written.alarm());
  }

  private record Written(AlarmChange change, AlarmOccurrence alarm) {}
}
