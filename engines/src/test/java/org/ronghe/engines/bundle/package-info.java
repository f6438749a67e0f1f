@NullMarked
package org.ronghe.engines.bundle;

import org.jspecify.annotations.NullMarked;
