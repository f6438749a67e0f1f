package org.ronghe.serve.works;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.ronghe.engines.dig.BuriedLine;
import org.ronghe.model.county.County;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.pack.Words;
import org.ronghe.model.tunnel.Tunnel;
import org.ronghe.office.register.CountyRegister;
import org.springframework.stereotype.Component;

/// The lines and tunnels of the county, found by place.
@Component
class BelowGround {
  /// Outer width taken for a tunnel whose drawing is not in the county package, metres.
  private static final double TUNNEL_WIDTH_m = 8;

  private static final double DEGREES_PER_m = 1 / 80_000.0;

  private final CountyRegister register;
  private volatile @Nullable Known known;

  BelowGround(CountyRegister register) {
    this.register = register;
  }

  /// What lies within `reach_m` of the place, and perhaps a little farther.
  List<BuriedLine> near(Envelope place, double reach_m) {
    County county = register.county().orElse(null);
    if (county == null) {
      return List.of();
    }
    Known index = known;
    if (index == null || index.county() != county) {
      index = new Known(county, index(county));
      known = index;
    }
    List<BuriedLine> found = new ArrayList<>();
    for (Object one : index.tree().query(around(place, reach_m))) {
      found.add((BuriedLine) one);
    }
    return found;
  }

  /// The box in degrees that holds all within `reach_m` of the place, and a little more.
  static Envelope around(Envelope place, double reach_m) {
    Envelope wider = new Envelope(place);
    wider.expandBy(reach_m * DEGREES_PER_m);
    return wider;
  }

  private static STRtree index(County county) {
    STRtree tree = new STRtree();
    for (NetworkLink link : county.links()) {
      // what runs in a tunnel is reached through the tunnel, what hangs overhead not by digging
      if (link.compartmentId() == null && !isOverhead(link)) {
        tree.insert(link.geometry().getEnvelopeInternal(), line(link));
      }
    }
    for (Tunnel tunnel : county.tunnels()) {
      tree.insert(
          tunnel.centreline().getEnvelopeInternal(),
          new BuriedLine(
              tunnel.id(),
              words(tunnel.name(), tunnel.nameEn()),
              Utility.TUNNEL,
              tunnel.centreline(),
              null,
              TUNNEL_WIDTH_m,
              Utility.TUNNEL.code()));
    }
    tree.build();
    return tree;
  }

  private static boolean isOverhead(NetworkLink link) {
    return link.utility() == Utility.POWER && link.line().contains("架空");
  }

  private static BuriedLine line(NetworkLink link) {
    Double diameter_mm = link.diameter_mm();
    return new BuriedLine(
        link.id(),
        words(link.line(), link.lineEn()),
        link.utility(),
        link.geometry(),
        link.buriedDepth_m(),
        diameter_mm == null ? 0 : diameter_mm / 1_000,
        link.utility().code());
  }

  private static Words words(String name, @Nullable String nameEn) {
    return new Words(name, nameEn == null ? name : nameEn);
  }

  private record Known(County county, STRtree tree) {}
}
