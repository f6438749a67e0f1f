package org.ronghe.server.cli;

import java.nio.file.Path;
import org.ronghe.server.cli.RoadOptions.Roads;
import org.ronghe.server.cli.RoadOptions.Stops;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What `plan matrix` and `plan isochrone` share: the roads, the buses, the land, and where one
/// starts.
final class TravelOptions {
  @Mixin RoadOptions roads = new RoadOptions();
  @Mixin BusOptions buses = new BusOptions();
  @Mixin TerrainOptions terrain = new TerrainOptions();

  @Option(
      names = "--origins",
      paramLabel = "FILE",
      required = true,
      description = "起点，CSV 含 id,lon,lat / where one starts, CSV with id,lon,lat")
  private Path origins = Path.of("");

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  boolean json;

  /// Refuses, before anything is read, options that do not go together.
  void check() {
    buses.check(roads);
    terrain.check(roads, buses);
    if (buses.isWanted()) {
      buses.window();
      buses.day();
    }
  }

  Stops origins(Roads read) {
    return roads.stops(origins, read.snapper());
  }
}
