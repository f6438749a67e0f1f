/// See ARCHITECTURE.md for what lives in this room.
@NullMarked
package org.ronghe.server;

import org.jspecify.annotations.NullMarked;
