package org.ronghe.engines.rule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was decided and why.
///
/// @param value the answer, a FEEL value
/// @param decided the value of every decision on the way and of the asked one, in order
/// @param fired every table that was asked, in order
public record Outcome(
    @Nullable Object value, Map<String, @Nullable Object> decided, List<Fired> fired) {}
