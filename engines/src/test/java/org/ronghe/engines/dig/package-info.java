@NullMarked
package org.ronghe.engines.dig;

import org.jspecify.annotations.NullMarked;
