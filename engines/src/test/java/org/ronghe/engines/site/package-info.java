@NullMarked
package org.ronghe.engines.site;

import org.jspecify.annotations.NullMarked;
