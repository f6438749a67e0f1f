@NullMarked
package org.ronghe.engines.gap;

import org.jspecify.annotations.NullMarked;
