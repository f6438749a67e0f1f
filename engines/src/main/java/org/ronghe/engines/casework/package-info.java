/// 办件: what happened to a case gives its state and what may be done next. Pure.
@NullMarked
package org.ronghe.engines.casework;

import org.jspecify.annotations.NullMarked;
