package org.ronghe.office.atlas;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.ronghe.model.tunnel.Tunnel;

/// Places along a tunnel. Chainage in metres is spread evenly over the centreline, so that 0 is its
/// start and `length_m` its end; over a few kilometres the shift from doing this in degrees stays
/// within the width of a road.
final class Chainage {
  private final Tunnel tunnel;
  private final LengthIndexedLine line;

  Chainage(Tunnel tunnel) {
    this.tunnel = tunnel;
    this.line = new LengthIndexedLine(tunnel.centreline());
  }

  /// The part of the centreline between two chainages; those beyond the ends are held to the ends.
  Geometry part(double from_m, double to_m) {
    return line.extractLine(index(from_m), index(to_m));
  }

  Point at(double chainage_m) {
    return tunnel.centreline().getFactory().createPoint(line.extractPoint(index(chainage_m)));
  }

  private double index(double chainage_m) {
    double share = Math.clamp(chainage_m / tunnel.length_m(), 0, 1);
    return share * line.getEndIndex();
  }
}
