package org.ronghe.operate.atlas;

import org.jspecify.annotations.Nullable;

/// Where a point sits, for lists and links.
///
/// @param owner name of what it measures on
/// @param ownerEn the same in English; null when the package has none
/// @param line the named main it belongs to; null in tunnels and facilities
/// @param lineEn the same in English; null when the package has none
/// @param township code of the township it lies in; null when no township is known there
/// @param chainage_m along the tunnel, metres; 0 outside tunnels
public record Spot(
    String owner,
    @Nullable String ownerEn,
    @Nullable String tunnelId,
    @Nullable String sectionId,
    @Nullable String line,
    @Nullable String lineEn,
    @Nullable String township,
    double chainage_m) {
  /// A spot outside tunnels and lines.
  static Spot of(String owner, @Nullable String ownerEn, @Nullable String township) {
    return new Spot(owner, ownerEn, null, null, null, null, township, 0);
  }
}
