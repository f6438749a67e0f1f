/// Sparkplug B 3.0: births, data and deaths of edge nodes and their devices, read from the wire
/// format and turned into readings. A metric's name is the point's id.
@NullMarked
package org.ronghe.sources.sparkplug;

import org.jspecify.annotations.NullMarked;
