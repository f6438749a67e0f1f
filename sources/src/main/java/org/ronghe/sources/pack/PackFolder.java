package org.ronghe.sources.pack;

import java.util.List;
import java.util.Optional;
import org.ronghe.model.pack.Pack;
import org.ronghe.model.pack.Profile;

/// What a packs folder holds: the packs that are sound, and notices about those that are not.
public record PackFolder(List<Pack> packs, List<PackNotice> notices) {
  public PackFolder {
    packs = List.copyOf(packs);
    notices = List.copyOf(notices);
  }

  /// The profile with this id in any pack.
  public Optional<Profile> profile(String id) {
    return packs.stream().flatMap(pack -> pack.profile(id).stream()).findFirst();
  }
}
