/// Recorded logs fed through the same door as live readings: a mapping says what the columns mean,
/// and a ledger accounts for every row and every cell.
@NullMarked
package org.ronghe.sources.replay;

import org.jspecify.annotations.NullMarked;
