@NullMarked
package org.ronghe.engines.process;

import org.jspecify.annotations.NullMarked;
