/// 管廊: the long section of a tunnel.
@NullMarked
package org.ronghe.operate.tunnel;

import org.jspecify.annotations.NullMarked;
