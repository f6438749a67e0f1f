package org.ronghe.office.atlas;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.county.County;
import org.ronghe.office.register.CountyRegister;
import org.springframework.stereotype.Component;

/// Holds the atlas of the county in the register; built when first asked for.
@Component
public final class AtlasRoom {
  private final CountyRegister register;
  private @Nullable County county;
  private @Nullable Atlas atlas;

  public AtlasRoom(CountyRegister register) {
    this.register = register;
  }

  /// The atlas of the county as it is now; empty before the first import.
  public synchronized Optional<Atlas> atlas() {
    County now = register.county().orElse(null);
    if (now != county) {
      county = now;
      atlas = now == null ? null : Atlas.of(now);
    }
    return Optional.ofNullable(atlas);
  }

  /// The atlas; throws a 404 problem before the first import.
  public Atlas atlasOrProblem() {
    return atlas().orElseThrow(CountyRegister::noCounty);
  }
}
