package org.ronghe.server.work;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.ronghe.operate.alarm.Packs;
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
  private final Packs packs;

  LogReplay(
      ReadingRoom room,
      KnownPoints points,
      Audit audit,
      Clock clock,
      WorkProgress progress,
      Packs packs) {
    this.room = room;
    this.points = points;
    this.audit = audit;
    this.clock = clock;
    this.progress = progress;
    this.packs = packs;
  }

  /// Returns when all is durable.
  ///
  /// @param speed 1 as it was, 60 a minute a second, 0 as fast as possible
  public ReplayLedger run(List<Path> filesOrFolders, Path mappingFile, double speed, String by) {
    try {
      ReplayMapping mapping = ReplayMapping.read(mappingFile);
      mapping.points().forEach(point -> refuseUnknownProfile(point, mappingFile));
      points.addOfLog(mapping.points());
      List<Path> files = new ArrayList<>();
      for (Path one : filesOrFolders) {
        files.addAll(Replay.files(one));
      }
      Replay replay = new Replay(mapping, room.intake(), speed, clock);
      ReplayLedger ledger;
      try {
        ledger = replay.run(files, this::tell);
      } finally {
        points.logPlayed(mapping.points());
      }
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

  /// A profile nobody has would leave the point unjudged without a word.
  private void refuseUnknownProfile(MeasuringPoint point, Path mappingFile) {
    String profile = point.profile();
    if (profile != null && packs.profile(profile).isEmpty()) {
      throw Problem.badRequest(
          "no-profile",
          "映射文件 %s 的测点 %s 用了不存在的类型 %s。".formatted(mappingFile, point.id(), profile),
          "Point %s in mapping %s names profile %s, which no pack has."
              .formatted(point.id(), mappingFile, profile));
    }
  }

  private void tell(ReplayLedger.FileLedger file) {
    ReplayLedger.Counts rows = file.rows();
    progress.reached(file.file(), rows.stored() + rows.flagged() + rows.rejected());
  }
}
