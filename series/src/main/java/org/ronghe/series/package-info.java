/// See ARCHITECTURE.md for what lives in this room.
@NullMarked
package org.ronghe.series;

import org.jspecify.annotations.NullMarked;
