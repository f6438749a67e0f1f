/// 导出: readings of one point as a file for other programs.
@NullMarked
package org.ronghe.series.export;

import org.jspecify.annotations.NullMarked;
