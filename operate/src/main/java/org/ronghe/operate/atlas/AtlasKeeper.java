package org.ronghe.operate.atlas;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.office.register.CountyReplaced;
import org.ronghe.office.register.PointsOfLogs;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Holds the atlas of the county in the register.
@Component
public class AtlasKeeper {
  private volatile @Nullable Atlas atlas;
  private List<MeasuringPoint> ofLogs = List.of();

  /// Runs before other listeners of the same event, which ask for the new atlas.
  @EventListener
  @Order(0)
  synchronized void on(CountyReplaced event) {
    atlas = new Atlas(event.county(), ofLogs);
  }

  /// Replayed logs bring points of their own; they are looked at like any other.
  @EventListener
  synchronized void on(PointsOfLogs event) {
    ofLogs = event.points();
    Atlas now = atlas;
    if (now != null) {
      atlas = new Atlas(now.county(), ofLogs);
    }
  }

  /// The atlas, or empty while no county has been imported.
  public Optional<Atlas> atlas() {
    return Optional.ofNullable(atlas);
  }
}
