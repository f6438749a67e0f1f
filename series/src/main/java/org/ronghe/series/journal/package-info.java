/// 日志: the one file a reading must reach before it is acknowledged.
@NullMarked
package org.ronghe.series.journal;

import org.jspecify.annotations.NullMarked;
