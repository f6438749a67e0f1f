/// 瓦片: the county as Mapbox Vector Tiles for our own map.
@NullMarked
package org.ronghe.office.tiles;

import org.jspecify.annotations.NullMarked;
