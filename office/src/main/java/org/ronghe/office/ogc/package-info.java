/// 地理服务: OGC API – Features, so that QGIS opens the county by its address.
@NullMarked
package org.ronghe.office.ogc;

import org.jspecify.annotations.NullMarked;
