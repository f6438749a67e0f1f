/// Travel times: how quick they are, GraphHopper beside them.
@NullMarked
package org.ronghe.benchmarks.reach;

import org.jspecify.annotations.NullMarked;
