package org.ronghe.office.search;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// One thing that can be found.
///
/// @param nameEn the name in English; null when the package has none
/// @param folded the name in lower case
/// @param code what people type as its code or id, in lower case
/// @param detailEn `detail` in English; null when it is the same
/// @param alias what else it is found by, such as the English name: lower case, no spaces; or null
record Entry(
    Kind kind,
    String id,
    String name,
    @Nullable String nameEn,
    String folded,
    String code,
    @Nullable String alias,
    String detail,
    @Nullable String detailEn,
    @Nullable Geometry geometry,
    boolean synthetic,
    String href) {}
