/// The reading store of one county on QuestDB, in this process and without a network port.
///
/// A reading goes `Door` → journal (synced) → `Rows` in memory → `Flusher` → tables of QuestDB.
@NullMarked
package org.ronghe.series.questdb;

import org.jspecify.annotations.NullMarked;
