/// 行: one reader per kind of row.
@NullMarked
package org.ronghe.sources.county.kind;

import org.jspecify.annotations.NullMarked;
