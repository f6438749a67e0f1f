/// Drawn paths, played.
@NullMarked
package org.ronghe.engines.casework;

import org.jspecify.annotations.NullMarked;
