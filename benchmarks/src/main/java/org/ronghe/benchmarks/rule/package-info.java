/// The rule engine measured, beside KIE DMN and against the DMN TCK.
@NullMarked
package org.ronghe.benchmarks.rule;

import org.jspecify.annotations.NullMarked;
