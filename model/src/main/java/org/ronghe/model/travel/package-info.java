/// 出行: how long it takes from here to there, as a table.
@NullMarked
package org.ronghe.model.travel;

import org.jspecify.annotations.NullMarked;
