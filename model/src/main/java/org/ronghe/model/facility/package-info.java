/// 设施: typed buildings with capacity and operator.
@NullMarked
package org.ronghe.model.facility;

import org.jspecify.annotations.NullMarked;
