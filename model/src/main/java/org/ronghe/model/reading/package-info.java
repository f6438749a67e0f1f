/// 读数: one value of one point at one instant, and the port it comes in by.
@NullMarked
package org.ronghe.model.reading;

import org.jspecify.annotations.NullMarked;
