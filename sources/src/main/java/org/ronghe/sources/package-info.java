/// See ARCHITECTURE.md for what lives in this room.
@NullMarked
package org.ronghe.sources;

import org.jspecify.annotations.NullMarked;
