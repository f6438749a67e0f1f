package org.ronghe.operate.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The alarm desk as the other rooms see it: what stands, what stood, who acknowledges, who hears.
@Component
public class AlarmDesk {
  private static final int RESUME_MOST = 1_000;
  private static final int EAR_MOST = 10_000;

  private final AlarmBook book;
  private final AlarmCatalogue catalogue;
  private final OpenAlarms open;
  private final AlarmWriter writer;
  private final AlarmViews views;
  private final List<Ear> ears = new CopyOnWriteArrayList<>();

  AlarmDesk(
      AlarmBook book,
      AlarmCatalogue catalogue,
      OpenAlarms open,
      AlarmWriter writer,
      AlarmViews views) {
    this.book = book;
    this.catalogue = catalogue;
    this.open = open;
    this.writer = writer;
    this.views = views;
    writer.onChange(this::tell);
  }

  /// Open alarms of a point.
  public List<AlarmOccurrence> openOf(String point) {
    return open.of(point);
  }

  /// All open alarms, newest first.
  public List<AlarmOccurrence> open() {
    return open.all();
  }

  public Optional<AlarmOccurrence> find(long id) {
    return book.find(id);
  }

  /// A page of all occurrences raised before (`beforeRaised`, `beforeId`), newest first.
  public List<AlarmOccurrence> history(Instant beforeRaised, long beforeId, int limit) {
    return book.page(beforeRaised, beforeId, limit);
  }

  /// Occurrences of one point, newest first.
  public List<AlarmOccurrence> ofPoint(String point, int limit) {
    return book.ofPoint(point, limit);
  }

  /// What became of one occurrence, oldest first.
  public List<AlarmChange> changes(long id) {
    return book.changes(id);
  }

  /// The band a point should stay in.
  public LimitBand limits(String point) {
    return catalogue.band(point);
  }

  /// Takes note of an alarm; durable on return. Empty when it was acknowledged before or there is
  /// no such alarm.
  ///
  /// @param by user name
  /// @param comment what was seen or done, as typed
  public Optional<AlarmOccurrence> acknowledge(long id, String by, String comment) {
    return writer.acknowledge(id, by, comment);
  }

  /// Hears every change from now on, after those it missed since `lastSequence`. Close it to stop.
  public Ear listen(@Nullable Long lastSequence) {
    Ear ear = new Ear();
    ears.add(ear);
    if (lastSequence != null) {
      for (AlarmChange change : book.changesAfter(lastSequence, RESUME_MOST)) {
        book.find(change.alarmId())
            .ifPresent(alarm -> ear.hear(new Heard(change.sequence(), views.view(alarm))));
      }
    }
    return ear;
  }

  private void tell(AlarmChange change, AlarmOccurrence alarm) {
    Heard heard = new Heard(change.sequence(), views.view(alarm));
    ears.forEach(ear -> ear.hear(heard));
  }

  /// A change as a browser hears it.
  ///
  /// @param sequence to resume from
  public record Heard(long sequence, AlarmView alarm) {}

  /// One listener. Holds at most 10,000 changes; one that does not listen hears the newest.
  public final class Ear implements AutoCloseable {
    private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>(EAR_MOST);

    private void hear(Heard change) {
      while (!heard.offer(change)) {
        heard.poll();
      }
    }

    /// What was heard since the last call, oldest first.
    public List<Heard> take() {
      List<Heard> taken = new ArrayList<>();
      heard.drainTo(taken);
      return taken;
    }

    @Override
    public void close() {
      ears.remove(this);
    }
  }
}
