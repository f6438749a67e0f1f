/// 管线: pipes and cables by line.
@NullMarked
package org.ronghe.operate.line;

import org.jspecify.annotations.NullMarked;
