/// Benefits computed: for one person line by line, for a register as a whole, for a reform as the
/// difference of two.
@NullMarked
package org.ronghe.engines.rule.benefit;

import org.jspecify.annotations.NullMarked;
