package org.ronghe.server.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.ronghe.series.ReadingStore;
import org.ronghe.server.boot.Settings;
import org.ronghe.server.folder.DataFolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes a backup while the county runs: first the database (an online base backup with the log it
/// needs), then the readings. Readings that came between the two are judged again for alarms after
/// a restore, so the two fit together.
@Component
public class Backup {
  /// Parts of a cluster that PostgreSQL makes anew at the start.
  private static final Set<String> REMADE =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  /// Sealed files that rows of the database name. Copied after it: what a row names is there before
  /// the row is.
  private static final Set<String> FILES = Set.of("attachments", "licences");

  private final DataFolder folder;
  private final DataSource database;
  private final ReadingStore readings;
  private final Settings settings;
  private final Audit audit;
  private final Clock clock;
  private final JsonMapper json;

  Backup(
      DataFolder folder,
      DataSource database,
      ReadingStore readings,
      Settings settings,
      Audit audit,
      Clock clock,
      JsonMapper json) {
    this.folder = folder;
    this.database = database;
    this.readings = readings;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
    this.json = json;
  }

  /// Writes the file, which must not exist yet; it appears under its name only when it is whole.
  ///
  /// @return its size in bytes
  public synchronized long write(Path file, String by) {
    if (settings.database() != null) {
      throw Problem.conflict(
              "outside-database",
              "使用外部 PostgreSQL，本命令不能备份它。",
              "An outside PostgreSQL is in use; this command cannot back it up.")
          .next(
              "用 pg_dump 备份数据库，并在停机后复制数据目录。",
              "Back the database up with pg_dump, and copy the data folder while stopped.");
    }
    if (Files.exists(file)) {
      throw Problem.conflict(
          "file-exists", "文件 " + file + " 已存在。", "The file " + file + " is already there.");
    }
    audit.record(by, "backup", file.toString(), "");
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Path copy = folder.run().resolve("backup-series");
    try {
      deleteTree(copy);
      Files.deleteIfExists(unfinished);
      try (Archive archive = new Archive(unfinished)) {
        addDatabase(archive);
        readings.snapshot(copy);
        archive.addFolder(copy, "series", _ -> true);
        archive.addFile(folder.postgres().resolve("password"), "postgres/password");
        for (String files : FILES) {
          if (Files.exists(folder.path().resolve(files))) {
            archive.addFolder(
                folder.path().resolve(files), files, below -> !below.endsWith(".part"));
          }
        }
        // after all they sealed: a key that came meanwhile is among them
        archive.addFolder(folder.secrets(), "secrets", _ -> true);
        archive.addFile(folder.path().resolve("county-loaded"), "county-loaded");
        archive.addFile(folder.path().resolve("VERSION"), "VERSION");
        Manifest manifest =
            new Manifest(
                DataFolder.FORMAT,
                Files.readString(folder.postgres().resolve("cluster/PG_VERSION")).strip(),
                clock.instant().toString(),
                archive.hashes());
        archive.addText(json.writeValueAsString(manifest), Manifest.ENTRY);
      }
      Files.move(unfinished, file);
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the database could not be backed up", e);
    } finally {
      deleteTree(copy);
    }
  }

  private void addDatabase(Archive archive) throws SQLException, IOException {
    Path cluster = folder.postgres().resolve("cluster");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('ronghe', true)");
      archive.addFolder(cluster, "postgres/cluster", Backup::isKept);
      try (ResultSet end = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        end.next();
        archive.addText(end.getString(1), "postgres/cluster/backup_label");
      }
      try (Stream<Path> log = Files.list(cluster.resolve("pg_wal"))) {
        for (Path segment : log.filter(Files::isRegularFile).sorted().toList()) {
          archive.addFile(segment, "postgres/cluster/pg_wal/" + segment.getFileName());
        }
      }
    }
  }

  private static boolean isKept(String below) {
    int slash = below.indexOf('/');
    String top = slash < 0 ? below : below.substring(0, slash);
    String name = below.substring(below.lastIndexOf('/') + 1);
    return !REMADE.contains(top)
        && !name.startsWith("postmaster.")
        && !name.startsWith("pgsql_tmp")
        && !name.startsWith("backup_label");
  }

  static void deleteTree(Path top) {
    if (!Files.exists(top)) {
      return;
    }
    try (Stream<Path> files = Files.walk(top)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
