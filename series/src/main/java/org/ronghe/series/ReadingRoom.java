package org.ronghe.series;

import java.util.Collection;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Intake;
import org.ronghe.model.reading.ReadingListener;

/// The reading store as the rest of the county sees it: the door in, the questions, and who hears.
public interface ReadingRoom extends AutoCloseable {
  Intake intake();

  ReadingHistory history();

  /// Says which points exist; readings of all others go to quarantine. Replaces the former set.
  void know(Collection<MeasuringPoint> points);

  /// Calls `listener` after each commit, from the store thread.
  void listen(ReadingListener listener);

  /// Commits what is accepted and closes; nothing acknowledged is lost.
  @Override
  void close();
}
