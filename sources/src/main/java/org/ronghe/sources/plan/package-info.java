/// 规划表: the tables planners bring: travel matrices, places with their figures.
@NullMarked
package org.ronghe.sources.plan;

import org.jspecify.annotations.NullMarked;
