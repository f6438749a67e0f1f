package org.ronghe.operate.alarm;

import java.util.List;
import java.util.Optional;
import org.ronghe.model.pack.Pack;
import org.ronghe.model.pack.Profile;

/// The packs this county runs with; the server reads them at start-up.
public record Packs(List<Pack> packs) {
  public Packs {
    packs = List.copyOf(packs);
  }

  /// The profile with this id, e.g. `tunnel.ch4`.
  public Optional<Profile> profile(String id) {
    return packs.stream().flatMap(pack -> pack.profile(id).stream()).findFirst();
  }
}
