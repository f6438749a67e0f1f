/// Stories about recorded logs.
@NullMarked
package org.ronghe.sources.replay;

import org.jspecify.annotations.NullMarked;
