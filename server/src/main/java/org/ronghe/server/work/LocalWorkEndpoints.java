package org.ronghe.server.work;

import java.nio.file.Path;
import java.util.List;
import org.ronghe.office.staff.CurrentUser;
import org.ronghe.server.backup.Backup;
import org.ronghe.sources.replay.ReplayLedger;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Work on files of this machine: only for commands typed on it, for the paths are theirs.
@RestController
@RequestMapping("/api/v1/local")
@PreAuthorize("hasRole('LOCAL')")
class LocalWorkEndpoints {
  private final CountyImport imports;
  private final LogReplay replays;
  private final Backup backup;
  private final KeyRotation keys;
  private final WorkProgress progress;

  LocalWorkEndpoints(
      CountyImport imports,
      LogReplay replays,
      Backup backup,
      KeyRotation keys,
      WorkProgress progress) {
    this.imports = imports;
    this.replays = replays;
    this.backup = backup;
    this.keys = keys;
    this.progress = progress;
  }

  @PostMapping("/import")
  CountyImport.Result importCounty(@RequestBody Import order) {
    return imports.run(
        Path.of(order.folder()), order.keepGood(), order.replace(), CurrentUser.name());
  }

  @PostMapping("/replay")
  Played replay(@RequestBody ReplayOrder order) {
    ReplayLedger ledger =
        replays.run(
            order.files().stream().map(Path::of).toList(),
            Path.of(order.mapping()),
            order.speed(),
            CurrentUser.name());
    return new Played(ledger, ledger.table());
  }

  @PostMapping("/backup")
  Written backup(@RequestBody BackupOrder order) {
    return new Written(order.file(), backup.write(Path.of(order.file()), CurrentUser.name()));
  }

  @GetMapping("/keys")
  List<KeyRotation.Uses> keys() {
    return keys.keys();
  }

  /// Answers when everything is sealed with the new key.
  @PostMapping("/keys/rotate")
  KeyRotation.Result rotate() {
    return keys.rotate(CurrentUser.name());
  }

  @GetMapping("/progress")
  WorkProgress.Step progress() {
    return progress.now();
  }

  record BackupOrder(String file) {}

  record Written(String file, long bytes) {}

  record Import(String folder, boolean keepGood, boolean replace) {}

  record ReplayOrder(List<String> files, String mapping, double speed) {
    ReplayOrder {
      files = List.copyOf(files);
    }
  }

  record Played(ReplayLedger ledger, String table) {}
}
