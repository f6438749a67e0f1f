/// 设备: the register of senders and the gate they knock at.
@NullMarked
package org.ronghe.office.device;

import org.jspecify.annotations.NullMarked;
