package org.ronghe.server.boot;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a county is to run.
///
/// @param home where Ronghe is installed (packs and sample counties are below it)
/// @param county the county package to load; null keeps what is in the register, or loads the
///   sample on the first run
/// @param port HTTP; 0 takes any free one
/// @param mqttPort MQTT; 0 takes any free one
/// @param bind address to listen on, for both
/// @param database an outside PostgreSQL; null starts the embedded one
/// @param replace put the county of the package in the place of another one
public record Settings(
    Path home,
    Path data,
    @Nullable Path county,
    int port,
    int mqttPort,
    String bind,
    @Nullable String database,
    boolean demoFeed,
    boolean replace) {
  /// Code of the refusal to put one county in the place of another.
  public static final String ANOTHER_COUNTY = "another-county";

  /// The same, with the county of the package put in the place of whichever is there.
  public Settings replacing() {
    return new Settings(home, data, county, port, mqttPort, bind, database, demoFeed, true);
  }
}
