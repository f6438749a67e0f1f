/// 读数: the HTTP door for readings, and what came in by all doors.
@NullMarked
package org.ronghe.server.readings;

import org.jspecify.annotations.NullMarked;
