/// 测点: one point as the duty officer sees it.
@NullMarked
package org.ronghe.operate.point;

import org.jspecify.annotations.NullMarked;
