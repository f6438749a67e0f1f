/// 实时: the newest value of every point, and the browsers that watch.
@NullMarked
package org.ronghe.operate.live;

import org.jspecify.annotations.NullMarked;
