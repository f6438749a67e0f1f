/// Roads for travel times: an OSM extract as a flat graph, the points to travel between, the
/// changes to try out, and the matrix that comes out.
@NullMarked
package org.ronghe.sources.road;

import org.jspecify.annotations.NullMarked;
