/// See ARCHITECTURE.md for what lives in this room.
@NullMarked
package org.ronghe.operate;

import org.jspecify.annotations.NullMarked;
