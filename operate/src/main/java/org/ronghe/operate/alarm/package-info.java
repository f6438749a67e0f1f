/// 报警: the alarm desk.
@NullMarked
package org.ronghe.operate.alarm;

import org.jspecify.annotations.NullMarked;
