/// 综合管廊: tunnel, compartment, fire section, equipment.
@NullMarked
package org.ronghe.model.tunnel;

import org.jspecify.annotations.NullMarked;
