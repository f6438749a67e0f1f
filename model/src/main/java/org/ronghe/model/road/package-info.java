/// 道路.
@NullMarked
package org.ronghe.model.road;

import org.jspecify.annotations.NullMarked;
