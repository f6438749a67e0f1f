/// See ARCHITECTURE.md for what lives in this room.
@NullMarked
package org.ronghe.office;

import org.jspecify.annotations.NullMarked;
