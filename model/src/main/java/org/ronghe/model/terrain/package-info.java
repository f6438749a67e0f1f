/// 地形。
@NullMarked
package org.ronghe.model.terrain;

import org.jspecify.annotations.NullMarked;
