/// 线路 files: routing instances as the research libraries publish them, and a county's own stops and
/// fleets. Every reader names the file, the row, what stands there and what it may have meant.
@NullMarked
package org.ronghe.sources.tour;

import org.jspecify.annotations.NullMarked;
