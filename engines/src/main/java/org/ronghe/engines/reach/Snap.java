package org.ronghe.engines.reach;

/// Where a point meets the roads.
///
/// @param position on the roads
/// @param lon of the position, WGS-84 degrees
/// @param lat of the position, WGS-84 degrees
/// @param distance_m from the point, straight
public record Snap(Position position, double lon, double lat, double distance_m) {}
