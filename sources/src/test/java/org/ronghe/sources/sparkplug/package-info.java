/// Stories about Sparkplug edge nodes.
@NullMarked
package org.ronghe.sources.sparkplug;

import org.jspecify.annotations.NullMarked;
