package org.ronghe.office.search;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// One thing that can be found.
///
/// @param folded the name in lower case
/// @param code what people type as its code or id, in lower case
/// @param alias another name in lower case, e.g. in English; null for most
record Entry(
    Kind kind,
    String id,
    String name,
    String folded,
    String code,
    @Nullable String alias,
    String detail,
    @Nullable Geometry geometry,
    boolean synthetic,
    String href) {}
