package org.ronghe.office.atlas;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// One thing of a layer.
///
/// @param id unique in its layer and the same for as long as the thing is
/// @param geometry WGS-84 lon/lat; null where no position is known
/// @param since the day from which the thing is or was as described; null when it has no time
public record Feature<T>(
    String id, @Nullable Geometry geometry, @Nullable LocalDate since, T row) {}
