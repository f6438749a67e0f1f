package org.ronghe.operate.works;

import org.jspecify.annotations.Nullable;
import org.ronghe.model.event.Works;

/// The book of works has changed. Told within operate, in the transaction that changes it.
///
/// @param works what is now known of works that opened; null when some were closed
public record WorksKept(@Nullable Works works) {}
