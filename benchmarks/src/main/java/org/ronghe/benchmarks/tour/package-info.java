/// How near tours come to the best that others have found.
@NullMarked
package org.ronghe.benchmarks.tour;

import org.jspecify.annotations.NullMarked;
