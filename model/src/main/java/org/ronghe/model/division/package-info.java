/// 行政区划: province to village, keyed on code, source and vintage.
@NullMarked
package org.ronghe.model.division;

import org.jspecify.annotations.NullMarked;
