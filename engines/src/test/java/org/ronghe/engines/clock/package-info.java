@NullMarked
package org.ronghe.engines.clock;

import org.jspecify.annotations.NullMarked;
