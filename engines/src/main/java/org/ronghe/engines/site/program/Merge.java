package org.ronghe.engines.site.program;

/// An existing site may be merged into another: it closes without closing costs, and its capacity
/// moves.
///
/// @param from site that closes
/// @param into site that takes over
public record Merge(int service, int from, int into, double cost) {}
