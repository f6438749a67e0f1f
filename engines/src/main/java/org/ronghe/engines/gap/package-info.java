/// 短板: where services fall short: access to what there is, and how evenly it is shared.
@NullMarked
package org.ronghe.engines.gap;

import org.jspecify.annotations.NullMarked;
