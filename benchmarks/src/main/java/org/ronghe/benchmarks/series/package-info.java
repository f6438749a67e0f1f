/// The reading store alone: readings per second, bytes per reading, answers per second.
@NullMarked
package org.ronghe.benchmarks.series;

import org.jspecify.annotations.NullMarked;
