@NullMarked
package org.ronghe.operate.overview;

import org.jspecify.annotations.NullMarked;
