package org.ronghe.server.work;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.ronghe.series.ReadingRoom;
import org.ronghe.server.readings.KnownPoints;
import org.ronghe.sources.replay.Replay;
import org.ronghe.sources.replay.ReplayLedger;
import org.ronghe.sources.replay.ReplayMapping;
import org.springframework.stereotype.Component;

/// Plays recorded logs through the same door as live readings.
@Component
public class LogReplay {
  private final ReadingRoom room;
  private final KnownPoints points;
  private final Audit audit;
  private final Clock clock;
  private final WorkProgress progress;

  LogReplay(ReadingRoom room, KnownPoints points, Audit audit, Clock clock, WorkProgress progress) {
    this.room = room;
    this.points = points;
    this.audit = audit;
    this.clock = clock;
    this.progress = progress;
  }

  /// Returns when all is durable.
  ///
  /// @param speed 1 as it was, 60 a minute a second, 0 as fast as possible
  public ReplayLedger run(List<Path> filesOrFolders, Path mappingFile, double speed, String by) {
    try {
      ReplayMapping mapping = ReplayMapping.read(mappingFile);
      points.addOfLog(mapping.points());
      List<Path> files = new ArrayList<>();
      for (Path one : filesOrFolders) {
        files.addAll(Replay.files(one));
      }
      Replay replay = new Replay(mapping, room.intake(), speed, clock);
      ReplayLedger ledger = replay.run(files, this::tell);
      audit.record(
          by, "replay", mappingFile.getFileName().toString(), ledger.files().size() + " files");
      return ledger;
    } catch (IOException e) {
      throw Problem.badRequest(
          "replay", "回放失败：" + e.getMessage(), "The replay failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("stopping", "系统正在停止。", "The county is stopping.");
    } finally {
      progress.done();
    }
  }

  private void tell(ReplayLedger.FileLedger file) {
    ReplayLedger.Counts rows = file.rows();
    progress.reached(file.file(), rows.stored() + rows.flagged() + rows.rejected());
  }
}
