/// 待遇: benefits as data — a decision model, its parameters by date and county, examples.
@NullMarked
package org.ronghe.model.benefit;

import org.jspecify.annotations.NullMarked;
