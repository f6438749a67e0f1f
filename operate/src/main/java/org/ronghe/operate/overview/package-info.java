/// 总览: the county in figures.
@NullMarked
package org.ronghe.operate.overview;

import org.jspecify.annotations.NullMarked;
