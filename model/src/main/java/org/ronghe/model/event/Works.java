package org.ronghe.model.event;

import java.time.Instant;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// A dig site as other rooms hear of it: where the road is open, when, and whom to call.
///
/// Every part is text, a number or an instant, so that it can be kept as JSON while it is on its
/// way.
///
/// @param id of the permit or case; stays the same for the life of the works
/// @param revision 0 at first, higher with each change; a lower one that arrives later is ignored
/// @param title as a list shows it, e.g. 建设路燃气支管开挖
/// @param areaWkt where the ground is open: WKT, WGS-84, longitude first
/// @param zone_m how far around the area an alarm concerns the works, metres, 0 to 5,000
/// @param from when the ground is opened
/// @param until when it is to be closed; later than `from`
/// @param who who digs
/// @param phone whom to call on site; empty when unknown
public record Works(
    String id,
    int revision,
    String title,
    String areaWkt,
    double zone_m,
    Instant from,
    Instant until,
    String who,
    String phone) {
  private static final double WIDEST_ZONE_m = 5_000;

  public Works {
    if (id.isBlank()) {
      throw new IllegalArgumentException("works need an id");
    }
    if (!(zone_m >= 0 && zone_m <= WIDEST_ZONE_m)) {
      throw new IllegalArgumentException("the zone of works " + id + " is " + zone_m + " m");
    }
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("works " + id + " end before they begin");
    }
    read(id, areaWkt);
  }

  /// The open ground, WGS-84, longitude first.
  public Geometry area() {
    return read(id, areaWkt);
  }

  private static Geometry read(String id, String wkt) {
    try {
      Geometry area = new WKTReader().read(wkt);
      if (area.isEmpty() || !area.isValid()) {
        throw new IllegalArgumentException("works " + id + " have no valid area: " + wkt);
      }
      return area;
    } catch (ParseException e) {
      throw new IllegalArgumentException("works " + id + " have no area: " + wkt, e);
    }
  }
}
