package org.ronghe.sources.county.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.ronghe.sources.county.notice.GeometryNotice;
import org.ronghe.sources.county.notice.Notice;
import org.ronghe.sources.county.notice.NoticeBook;

/// Where the rows lie, to find those far from all others.
final class Whereabouts {
  private static final double FAR_M = 30_000;

  /// Without a boundary the county is taken to lie around the middle of its rows; few counties
  /// reach further than this from there.
  private static final double FAR_FROM_MIDDLE_M = 200_000;

  private final List<Seen> seen = new ArrayList<>();

  private record Seen(Known.Where where, Coordinate centre) {}

  void note(Known.Where where, Coordinate centre) {
    seen.add(new Seen(where, centre));
  }

  /// Warns of each row far outside of the county.
  ///
  /// @param county the bounds of its boundary; null when there is none
  void warn(@Nullable Envelope county, NoticeBook book) {
    if (seen.isEmpty()) {
      return;
    }
    Envelope home = county == null ? new Envelope(middle()) : county;
    double far_m = county == null ? FAR_FROM_MIDDLE_M : FAR_M;
    for (Seen one : seen) {
      Coordinate at = one.centre;
      Coordinate nearest =
          new Coordinate(
              Math.clamp(at.x, home.getMinX(), home.getMaxX()),
              Math.clamp(at.y, home.getMinY(), home.getMaxY()));
      double away_m = Ground.distance_m(at, nearest);
      if (away_m > far_m) {
        book.add(
            new Notice(
                GeometryNotice.POSITION_FAR_AWAY,
                one.where.file(),
                one.where.row(),
                "",
                "",
                List.of(Numbers.plain(away_m / 1000, 0))));
      }
    }
  }

  private Coordinate middle() {
    double[] lons = seen.stream().mapToDouble(one -> one.centre.x).sorted().toArray();
    double[] lats = seen.stream().mapToDouble(one -> one.centre.y).toArray();
    Arrays.sort(lats);
    return new Coordinate(lons[lons.length / 2], lats[lats.length / 2]);
  }
}
