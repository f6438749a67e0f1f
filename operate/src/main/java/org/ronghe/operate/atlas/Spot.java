package org.ronghe.operate.atlas;

import org.jspecify.annotations.Nullable;

/// Where a point sits, for lists and links.
///
/// @param owner name of what it measures on
/// @param line the named main it belongs to; null in tunnels and facilities
/// @param township code of the township it lies in; null when no township is known there
/// @param chainage_m along the tunnel, metres; 0 outside tunnels
public record Spot(
    String owner,
    @Nullable String tunnelId,
    @Nullable String sectionId,
    @Nullable String line,
    @Nullable String township,
    double chainage_m) {}
