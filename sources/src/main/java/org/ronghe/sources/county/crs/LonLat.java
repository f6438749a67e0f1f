package org.ronghe.sources.county.crs;

/// A longitude and a latitude, degrees.
public record LonLat(double lon, double lat) {}
