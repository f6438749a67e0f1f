package org.ronghe.sources.mqtt;

/// A device that is connected now.
///
/// @param since_us when it connected, microseconds since 1970-01-01T00:00Z
/// @param messages received since then
/// @param bytes payload bytes received since then
/// @param refused messages of which nothing was kept
public record Connection(
    String device,
    String clientId,
    String address,
    long since_us,
    long messages,
    long bytes,
    long refused) {}
