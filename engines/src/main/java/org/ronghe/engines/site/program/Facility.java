package org.ronghe.engines.site.program;

/// A facility that may stand at a site: one of its kinds for one service. At most one kind of a
/// service stands at a site.
///
/// @param site number of the site
/// @param service number of the service
/// @param kind name of the kind, e.g. "large"
/// @param cost to build it; what stands already costs nothing, and replacing it costs the
///   difference
/// @param staff it takes
/// @param room it takes of the site's
/// @param capacity weight it can serve; infinite for any
/// @param now whether it stands already
/// @param kept whether it must stand in the end
public record Facility(
    int site,
    int service,
    String kind,
    double cost,
    double staff,
    double room,
    double capacity,
    boolean now,
    boolean kept) {}
