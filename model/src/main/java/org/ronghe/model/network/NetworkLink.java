package org.ronghe.model.network;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import org.ronghe.model.measure.Require;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.provenance.Provenance;

/// A pipe, cable or channel from one node to another; the direction is the usual flow.
///
/// @param line the named main it is part of, shown in lists, e.g. `城北供热干线`
/// @param lineEn the name of the main in English; null when the package has none
/// @param diameter_mm inner diameter, millimetres; null for cables
/// @param length_m along the line, metres
/// @param buriedDepth_m crown below ground, metres; null when unknown or overhead
/// @param compartmentId the tunnel compartment it runs in; null outside tunnels
/// @param geometry WGS-84 lon/lat, from `fromNode` to `toNode`
public record NetworkLink(
    String id,
    Utility utility,
    String line,
    @Nullable String lineEn,
    String fromNode,
    String toNode,
    @Nullable Double diameter_mm,
    double length_m,
    @Nullable String material,
    @Nullable Integer builtYear,
    @Nullable Double buriedDepth_m,
    @Nullable String compartmentId,
    LineString geometry,
    Provenance provenance) {
  public NetworkLink {
    Require.filled(id, "id");
    Require.atLeastZero(length_m, "length_m");
    Require.that(diameter_mm == null || diameter_mm > 0, "diameter_mm must be positive");
  }

  /// A link whose main has a Chinese name only.
  public NetworkLink(
      String id,
      Utility utility,
      String line,
      String fromNode,
      String toNode,
      @Nullable Double diameter_mm,
      double length_m,
      @Nullable String material,
      @Nullable Integer builtYear,
      @Nullable Double buriedDepth_m,
      @Nullable String compartmentId,
      LineString geometry,
      Provenance provenance) {
    this(
        id,
        utility,
        line,
        null,
        fromNode,
        toNode,
        diameter_mm,
        length_m,
        material,
        builtYear,
        buriedDepth_m,
        compartmentId,
        geometry,
        provenance);
  }
}
