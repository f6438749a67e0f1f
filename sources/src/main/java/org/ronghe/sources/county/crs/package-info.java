/// 坐标系: coordinate systems used in China, and the way to WGS-84.
@NullMarked
package org.ronghe.sources.county.crs;

import org.jspecify.annotations.NullMarked;
