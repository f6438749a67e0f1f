/// 选址: solves the programs of siting with side constraints by OR-Tools, natively.
@NullMarked
package org.ronghe.plan.siting;

import org.jspecify.annotations.NullMarked;
