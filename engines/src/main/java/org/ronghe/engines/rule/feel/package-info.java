/// FEEL, the expression language of DMN 1.5: text in, closures out, values through.
///
/// A FEEL value is null, `BigDecimal`, `String`, `Boolean`, `LocalDate`, `LocalTime`, [ZonedTime],
/// `LocalDateTime`, `ZonedDateTime`, `Period` (years and months), `Duration` (days and time),
/// `List`, `Map` (context), [Range] or [FeelFunction]. What FEEL cannot compute is null, as the
/// standard says; what this reader does not know is refused when it is read.
@NullMarked
package org.ronghe.engines.rule.feel;

import org.jspecify.annotations.NullMarked;
