@NullMarked
package org.ronghe.engines.queue;

import org.jspecify.annotations.NullMarked;
