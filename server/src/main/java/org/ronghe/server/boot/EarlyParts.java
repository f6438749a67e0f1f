package org.ronghe.server.boot;

import org.ronghe.model.county.County;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.series.ReadingStore;
import org.ronghe.series.SeriesSettings;
import org.ronghe.series.questdb.QuestDbReadingRoom;
import org.ronghe.server.folder.DataFolder;

/// What starts beside each other while the application is put together: the database, the reading
/// store, the MQTT broker, and the reading of the packs and of the county package.
final class EarlyParts {
  private final EarlyStart<Database> database;
  private final EarlyStart<ReadingStore> readingRoom;
  private final MqttDoor mqtt;
  private final CountyPackage countyPackage;
  private final EarlyStart<java.util.Optional<County>> county;
  private final EarlyPacks packs;

  EarlyParts(Settings settings, DataFolder folder) {
    countyPackage = CountyPackage.of(settings, folder.path().resolve("county-loaded"));
    database = EarlyStart.of("database-start", () -> Database.open(settings, folder));
    readingRoom =
        EarlyStart.of(
            "series-start",
            () -> new QuestDbReadingRoom(folder.series(), SeriesSettings.standard()));
    county =
        EarlyStart.of(
            "county-read",
            () ->
                countyPackage.isNew()
                    ? java.util.Optional.of(countyPackage.read())
                    : java.util.Optional.empty());
    packs = EarlyPacks.of(settings.home());
    mqtt = new MqttDoor(settings, folder);
  }

  EarlyStart<Database> database() {
    return database;
  }

  EarlyStart<ReadingStore> readingRoom() {
    return readingRoom;
  }

  MqttDoor mqtt() {
    return mqtt;
  }

  CountyPackage countyPackage() {
    return countyPackage;
  }

  EarlyStart<java.util.Optional<County>> county() {
    return county;
  }

  EarlyPacks packs() {
    return packs;
  }

  /// Closes what the application has not closed already; the database last.
  void close() {
    mqtt.close();
    readingRoom.ifDone(ReadingStore::close);
    database.ifDone(Database::close);
  }

  /// An address, and the server behind it when it is ours.
  record Database(
      DatabaseAddress address, @org.jspecify.annotations.Nullable EmbeddedPostgres embedded) {
    static Database open(Settings settings, DataFolder folder) {
      String outside = settings.database();
      if (outside != null) {
        return new Database(DatabaseAddress.parse(outside), null);
      }
      EmbeddedPostgres started =
          EmbeddedPostgres.start(folder.postgres(), folder.logs().resolve("postgres.log"));
      return new Database(
          new DatabaseAddress(started.jdbcUrl(), started.user(), started.password()), started);
    }

    void close() {
      if (embedded != null) {
        embedded.close();
      }
    }
  }
}
