/// 谋: see where services fall short, and decide what to build next.
@NullMarked
package org.ronghe.plan;

import org.jspecify.annotations.NullMarked;
