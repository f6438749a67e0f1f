/// 公交：一天里开行的车。
@NullMarked
package org.ronghe.model.transit;

import org.jspecify.annotations.NullMarked;
