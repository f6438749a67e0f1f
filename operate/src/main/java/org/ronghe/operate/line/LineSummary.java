package org.ronghe.operate.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.operate.point.PointNow;

/// A named main or feeder as a line of a list.
///
/// @param lineEn its name in English; null when the package has none
/// @param links how many pipes or cables it is made of
/// @param points what is measured on its pipes, valves, pumps and stations
/// @param alarms open alarms by priority, 1 first; always four numbers
public record LineSummary(
    String utility,
    String line,
    @Nullable String lineEn,
    double length_km,
    int links,
    boolean synthetic,
    List<PointNow> points,
    List<Integer> alarms,
    double[] bbox) {}
