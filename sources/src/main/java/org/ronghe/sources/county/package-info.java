/// 县数据包: a county package read, checked and turned into the county model.
@NullMarked
package org.ronghe.sources.county;

import org.jspecify.annotations.NullMarked;
