package org.ronghe.operate.tunnel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tunnel as a line of a list.
///
/// @param nameEn the name in English; null when the package has none
/// @param alarms open alarms by priority, 1 first; always four numbers
/// @param stale points that fell silent
public record TunnelSummary(
    String id,
    String name,
    @Nullable String nameEn,
    double length_m,
    int sections,
    int points,
    int stale,
    List<Integer> alarms,
    double[] bbox,
    boolean synthetic) {}
