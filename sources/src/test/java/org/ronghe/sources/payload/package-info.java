/// Stories about what senders write.
@NullMarked
package org.ronghe.sources.payload;

import org.jspecify.annotations.NullMarked;
