/// 设备: what may send readings, and for which points.
@NullMarked
package org.ronghe.model.device;

import org.jspecify.annotations.NullMarked;
