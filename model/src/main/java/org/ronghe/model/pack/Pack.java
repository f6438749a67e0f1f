package org.ronghe.model.pack;

import java.util.List;
import java.util.Optional;
import org.ronghe.model.measure.Require;

/// The knowledge of one domain, e.g. `tunnel`.
///
/// @param domain also the folder name and the first part of every profile id
public record Pack(String domain, String version, Words name, List<Profile> profiles) {
  public Pack {
    Require.filled(domain, "domain");
    profiles = List.copyOf(profiles);
    for (Profile profile : profiles) {
      Require.that(
          profile.id().startsWith(domain + "."),
          "profile " + profile.id() + " is not of pack " + domain);
    }
  }

  /// The profile with this id, e.g. `tunnel.ch4`.
  public Optional<Profile> profile(String id) {
    return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
  }
}
