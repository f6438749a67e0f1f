/// 地点: named positions.
@NullMarked
package org.ronghe.model.place;

import org.jspecify.annotations.NullMarked;
