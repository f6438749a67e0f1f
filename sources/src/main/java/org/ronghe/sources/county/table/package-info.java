/// 文件: rows out of CSV, Excel, GeoJSON, GeoPackage and OSM files.
@NullMarked
package org.ronghe.sources.county.table;

import org.jspecify.annotations.NullMarked;
