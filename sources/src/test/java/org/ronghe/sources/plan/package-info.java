@NullMarked
package org.ronghe.sources.plan;

import org.jspecify.annotations.NullMarked;
