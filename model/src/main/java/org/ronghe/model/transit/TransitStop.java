package org.ronghe.model.transit;

/// Where one gets on and off.
///
/// @param id as in the feed
/// @param lon WGS-84 degrees
/// @param lat WGS-84 degrees
/// @param station the id of the station it is a platform of; empty when it stands alone
public record TransitStop(String id, double lon, double lat, String station) {}
