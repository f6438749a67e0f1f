/// 导出: any collection as a table for Excel or a GeoPackage for QGIS.
@NullMarked
package org.ronghe.office.export;

import org.jspecify.annotations.NullMarked;
