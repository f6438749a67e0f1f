@NullMarked
package org.ronghe.engines.tour;

import org.jspecify.annotations.NullMarked;
