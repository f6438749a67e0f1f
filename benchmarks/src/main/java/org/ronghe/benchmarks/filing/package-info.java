/// 办件: how fast cases are filed, read and decided.
@NullMarked
package org.ronghe.benchmarks.filing;

import org.jspecify.annotations.NullMarked;
