/// Stories about the demo feed.
@NullMarked
package org.ronghe.sources.demo;

import org.jspecify.annotations.NullMarked;
