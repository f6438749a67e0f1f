/// 施工: the dig sites that serve told of, for the desks whose lines and alarms lie beside them.
@NullMarked
package org.ronghe.operate.works;

import org.jspecify.annotations.NullMarked;
