/// See ARCHITECTURE.md for what lives in this room.
@NullMarked
package org.ronghe.benchmarks;

import org.jspecify.annotations.NullMarked;
