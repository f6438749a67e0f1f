package org.ronghe.operate.atlas;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.register.CountyReplaced;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Holds the atlas of the county in the register.
@Component
public class AtlasKeeper {
  private volatile @Nullable Atlas atlas;

  /// Runs before other listeners of the same event, which ask for the new atlas.
  @EventListener
  @Order(0)
  void on(CountyReplaced event) {
    atlas = new Atlas(event.county());
  }

  /// The atlas, or empty while no county has been imported.
  public Optional<Atlas> atlas() {
    return Optional.ofNullable(atlas);
  }
}
