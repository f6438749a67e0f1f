/// Heights of the land that come in: SRTM tiles and GeoTIFF; and what bars the way over it.
@NullMarked
package org.ronghe.sources.terrain;

import org.jspecify.annotations.NullMarked;
