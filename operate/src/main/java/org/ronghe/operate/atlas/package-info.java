/// Where every point sits: tunnel, section, line, township. Rebuilt when the county is replaced.
@NullMarked
package org.ronghe.operate.atlas;

import org.jspecify.annotations.NullMarked;
