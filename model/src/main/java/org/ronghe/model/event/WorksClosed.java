package org.ronghe.model.event;

import java.time.Instant;

/// The ground is closed again; works that are closed do not open again under the same id.
///
/// Published by serve; delivered at least once, and perhaps before the [WorksOpened] it ends.
///
/// @param worksId id of the [Works]
/// @param at when the ground was closed
/// @param by who said so
public record WorksClosed(String worksId, Instant at, String by) {}
