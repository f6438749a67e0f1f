/// See ARCHITECTURE.md for what lives in this room.
@NullMarked
package org.ronghe.engines;

import org.jspecify.annotations.NullMarked;
