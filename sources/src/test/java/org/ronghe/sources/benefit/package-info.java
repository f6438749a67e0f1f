/// Benefits read, and what is said of wrong ones.
@NullMarked
package org.ronghe.sources.benefit;

import org.jspecify.annotations.NullMarked;
