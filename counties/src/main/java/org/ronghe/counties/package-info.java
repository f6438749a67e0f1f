/// See ARCHITECTURE.md for what lives in this room.
@NullMarked
package org.ronghe.counties;

import org.jspecify.annotations.NullMarked;
