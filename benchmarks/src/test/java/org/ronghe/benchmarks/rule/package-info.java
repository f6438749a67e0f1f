/// Our rule engine against KIE DMN.
@NullMarked
package org.ronghe.benchmarks.rule;

import org.jspecify.annotations.NullMarked;
